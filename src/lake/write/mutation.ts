import {randomUUID} from 'node:crypto'
import {MutationError} from '../failure.ts'
import {isReleaseId} from '../rules.ts'
import {asDocument, asId, type LakeDocument} from './document.ts'
import {assertPatch, patched} from './patch.ts'
import type {Workspace} from './workspace.ts'

/** What became of one document. */
export interface Result {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

type Mutate = (value: unknown, workspace: Workspace) => Result | null

const mutations: Record<string, Mutate> = {
  create(value, workspace) {
    const document = withId(value)
    if (workspace.has(document._id)) throw alreadyExists(document._id)
    return created(document, workspace)
  },
  createIfNotExists(value, workspace) {
    const document = withId(value)
    return workspace.has(document._id) ? {id: document._id, operation: 'none'} : created(document, workspace)
  },
  createOrReplace(value, workspace) {
    const document = withId(value)
    const before = workspace.get(document._id)
    if (!before) return created(document, workspace)
    if (before._type !== document._type) throw immutableType(document._id)
    workspace.put({_createdAt: before._createdAt, ...document} as LakeDocument)
    return {id: document._id, operation: 'update'}
  },
  delete(value, workspace) {
    const {id} = asRecord(value, 'delete')
    const documentId = asId(id)
    if (!workspace.has(documentId)) return null
    workspace.delete(documentId)
    return {id: documentId, operation: 'delete'}
  },
  patch(value, workspace) {
    const {id, ifRevisionID, ifExists, ...patch} = asRecord(value, 'patch')
    const documentId = assertNoRelease(asId(id))
    assertPatch(patch)
    const before = workspace.get(documentId)
    if (!before && ifExists === true) return null
    if (!before) throw notFound(documentId)
    assertRevision(before, ifRevisionID)
    const after = patched(before, patch, {size: workspace.size(documentId), effort: workspace.effort})
    workspace.put({...after, _updatedAt: undefined}, {patch: {...patch, id: documentId}})
    return {id: documentId, operation: 'update'}
  },
}

/** Carries out one mutation. Throws `MutationError`. */
export function mutate(mutation: unknown, workspace: Workspace): Result | null {
  const [[name, value] = ['', null], ...more] = Object.entries(asRecord(mutation, 'mutation'))
  const apply = more.length === 0 && Object.hasOwn(mutations, name) ? mutations[name] : undefined
  if (apply) return apply(value, workspace)
  const known = Object.keys(mutations).join(', ')
  throw new MutationError(400, 'invalidMutationError', `A mutation is an object with one of: ${known}.`)
}

export function assertRevision({_id, _rev}: LakeDocument, expected: unknown): void {
  if (expected === undefined || expected === null || expected === _rev) return
  throw new MutationError(
    409,
    'documentRevisionIDDoesNotMatchError',
    `Document "${_id}" has unexpected revision ID ("${_rev}", expected "${expected}")`,
    {id: _id, currentRevisionID: _rev, expectedRevisionID: expected},
  )
}

export const notFound = (id: string) =>
  new MutationError(404, 'documentNotFoundError', `The document with the ID "${id}" was not found`, {id})

export const alreadyExists = (id: string) =>
  new MutationError(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`, {id})

const immutableType = (id: string) =>
  new MutationError(409, 'cannotModifyImmutableAttributeError', 'Cannot modify immutable attribute "_type"', {
    ...{attribute: '_type', id},
  })

export function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new MutationError(400, 'invalidMutationError', `A ${what} must be a JSON object.`)
}

function created(document: LakeDocument, workspace: Workspace): Result {
  workspace.put(document, 'create')
  return {id: document._id, operation: 'create'}
}

/** An id that is missing or ends in a dot, as `drafts.` does, is completed. */
function withId(value: unknown): LakeDocument {
  const document = asDocument(value)
  const {_id: given = ''} = document
  const isOpen = given === '' || (typeof given === 'string' && given.endsWith('.'))
  return {...document, _id: assertNoRelease(asId(isOpen ? given + randomUUID() : given))} as LakeDocument
}

/** Written as any other document, a release would seem to be there, and do nothing. */
function assertNoRelease(id: string): string {
  if (!isReleaseId(id)) return id
  const description = `"${id}" is a release: it is made and changed by actions on releases, which only the hosted service has. Versions of documents work.`
  throw new MutationError(400, 'invalidDocumentIdError', description, {id})
}
