import {placeOf, storedIdIn} from '../../dataset/perspective.ts'
import {MutationError} from '../failure.ts'
import {asDocument, asId, type LakeDocument} from './document.ts'
import {alreadyExists, asRecord, assertRevision, mutate, notFound} from './mutation.ts'
import type {Workspace} from './workspace.ts'

type Action = Record<string, unknown>

/** What an editor does to a pair of draft and published document. Each is a few mutations, carried out together. */
const actions: Record<string, (action: Action, workspace: Workspace) => void> = {
  create({attributes, publishedId, ifExists}, workspace) {
    const document = fresh(attributes)
    assertPair(publishedId, document._id)
    if (workspace.has(document._id)) {
      if (ifExists === 'ignore') return
      throw alreadyExists(document._id)
    }
    workspace.put(document)
  },
  replaceDraft({attributes, publishedId}, workspace) {
    const document = fresh(attributes)
    assertPair(publishedId, document._id)
    replaced(document, workspace)
  },
  edit({draftId, publishedId, patch}, workspace) {
    const [draft, published] = pairOf(draftId, publishedId)
    if (!workspace.has(draft)) {
      const {_createdAt, _updatedAt, ...base} = workspace.get(published) ?? missing(published)
      workspace.put({...base, _id: draft} as LakeDocument)
    }
    mutate({patch: {...asRecord(patch, 'patch'), id: draft}}, workspace)
  },
  publish({draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId}, workspace) {
    const [draftIdText, published] = pairOf(draftId, publishedId)
    const draft = workspace.get(draftIdText) ?? missing(draftIdText)
    const before = workspace.get(published)
    assertRevision(draft, ifDraftRevisionId)
    if (before) assertRevision(before, ifPublishedRevisionId)
    else if (ifPublishedRevisionId != null) throw notFound(published)
    const {_updatedAt, ...content} = strengthened(draft) as LakeDocument
    workspace.put({...content, _id: published, _createdAt: before?._createdAt ?? draft._createdAt} as LakeDocument)
    workspace.delete(draftIdText)
  },
  unpublish({draftId, publishedId}, workspace) {
    const [draft, published] = pairOf(draftId, publishedId)
    const {_updatedAt, ...content} = workspace.get(published) ?? missing(published)
    if (!workspace.has(draft)) workspace.put({...content, _id: draft} as LakeDocument)
    workspace.delete(published)
  },
  discard({draftId}, workspace) {
    removed(draftId, workspace)
  },
  delete({publishedId, includeDrafts}, workspace) {
    const published = asId(publishedId)
    const drafts = Array.isArray(includeDrafts) ? includeDrafts.map(asId) : []
    for (const draft of drafts) assertPair(published, draft)
    const draft = storedIdIn('drafts', published)
    if (workspace.has(draft) && !drafts.includes(draft)) {
      throw new MutationError(409, 'draftExistsError', `Document "${published}" has a draft that was not named`, {
        id: draft,
      })
    }
    for (const id of [published, ...drafts]) if (workspace.has(id)) workspace.delete(id)
  },
  'version.create'({publishedId, document, baseId, versionId, ifBaseRevisionId}, workspace) {
    if (document !== undefined) return actions.create?.({publishedId, attributes: document}, workspace)
    const id = asId(versionId)
    assertPair(publishedId, id)
    if (workspace.has(id)) throw alreadyExists(id)
    const base = workspace.get(asId(baseId)) ?? missing(asId(baseId))
    assertRevision(base, ifBaseRevisionId)
    const {_createdAt, _updatedAt, ...content} = base
    workspace.put({...content, _id: id} as LakeDocument)
  },
  'version.replace'({document}, workspace) {
    replaced(fresh(document), workspace)
  },
  'version.discard'({versionId}, workspace) {
    removed(versionId, workspace)
  },
  'version.unpublish'({versionId, publishedId}, workspace) {
    assertPair(publishedId, versionId)
    const published = workspace.get(asId(publishedId)) ?? missing(asId(publishedId))
    workspace.put({_id: asId(versionId), _type: published._type, _system: {delete: true}})
  },
}

const prefix = 'sanity.action.document.'

/** Carries out one action. Throws `MutationError`. */
export function act(action: unknown, workspace: Workspace): null {
  const {actionType, ...rest} = asRecord(action, 'action')
  const name = String(actionType).startsWith(prefix) ? String(actionType).slice(prefix.length) : ''
  const carryOut = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!carryOut) {
    throw new MutationError(400, 'unknownActionError', `The embedded lake does not know the action "${actionType}".`)
  }
  carryOut(rest, workspace)
  return null
}

function missing(id: string): never {
  throw notFound(id)
}

function replaced(document: LakeDocument, workspace: Workspace): void {
  assertVersion(document._id)
  mutate({createOrReplace: document}, workspace)
}

function removed(id: unknown, workspace: Workspace): void {
  const documentId = assertVersion(id)
  if (!workspace.has(documentId)) throw notFound(documentId)
  workspace.delete(documentId)
}

/** A document that is about to be written by an editor: its dates are told by the lake. */
function fresh(value: unknown): LakeDocument {
  const {_createdAt, _updatedAt, ...document} = asDocument(value)
  return {...document, _id: asId(document._id)} as LakeDocument
}

function pairOf(draftId: unknown, publishedId: unknown): [draft: string, published: string] {
  assertPair(publishedId, draftId)
  return [asId(draftId), asId(publishedId)]
}

/** The id of a draft or version: what is published is not changed by the way. */
function assertVersion(id: unknown): string {
  const place = placeOf(asId(id))
  if (place && place.layer !== 'published') return asId(id)
  throw new MutationError(400, 'invalidDocumentIdError', `"${id}" is no draft or version`, {id})
}

function assertPair(publishedId: unknown, versionId: unknown): void {
  const place = placeOf(asId(versionId))
  if (place && place.layer !== 'published' && place.id === asId(publishedId)) return
  throw new MutationError(400, 'invalidDocumentIdError', `"${versionId}" is no draft or version of "${publishedId}"`)
}

/** References that were weak only because their target was not published yet. */
function strengthened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(strengthened)
  const {_strengthenOnPublish, _weak, ...rest} = value as Record<string, unknown>
  const entries = Object.entries(rest).map(([name, child]) => [name, strengthened(child)])
  const staysWeak = _strengthenOnPublish
    ? (_strengthenOnPublish as {weak?: unknown}).weak === true
    : _weak !== undefined && _weak
  return Object.fromEntries(staysWeak ? [...entries, ['_weak', _weak ?? true]] : entries)
}
