import {referencesIn} from '../dataset/references-in.ts'
import type {StoredDocument} from '../dataset/stored-document.ts'
import {documentFindings} from './document-findings.ts'
import type {Finding} from './finding.ts'
import {type FindingsOptions, once} from './role-findings.ts'
import {documentType} from './schema/field-type.ts'
import {schemaChecks} from './schema-checks.ts'
import {fieldsOf, isRecord, publishedId} from './stored.ts'

export interface DatasetFindings {
  /** By document, in the order of `documents`: errors first, and what a schema says before what is read. */
  findings: Finding[]
  /** The documents that were checked: roles by slug, then the others by type and id. */
  documents: StoredDocument[]
}

/**
 * Checks every document of our types, or with a `slug` the role of that name and the shared documents it is made of.
 * `documents` are all there are, as a perspective shows them. What many roles share is reported once.
 */
export function datasetFindings(
  documents: readonly StoredDocument[],
  {slug, ...options}: FindingsOptions & {slug?: string | undefined} = {},
): DatasetFindings {
  const all = documents.filter(isRecord)
  const known = all.filter(({_type}) => documentType(_type) !== undefined)
  const byId = new Map(all.map((document) => [publishedId(document._id), document]))
  const settings = known.filter(({_type}) => _type === 'siteSettings')
  const tools = known.filter(({_type}) => _type === 'tool')
  const bySlug = Map.groupBy(known.filter(isRole), slugOf)
  const referredTo = (document: StoredDocument) => [...referencesIn(document)].flatMap(({id}) => byId.get(id) ?? [])

  const roles = slug === undefined ? [] : (bySlug.get(slug) ?? [])
  const shared = roles.flatMap(referredTo).filter((document) => !isRole(document))
  const checked = [...new Set(slug === undefined ? known : [...roles, ...shared])].sort(inOrder)
  const places = new Map(checked.map(({_id}, index) => [publishedId(_id), index]))

  const around = (document: StoredDocument) =>
    new Set([
      ...referredTo(document),
      ...(isRole(document) ? [...tools, ...settings, ...(bySlug.get(slugOf(document)) ?? [])] : []),
    ])
  const found = checked.flatMap((document) => documentFindings(document, around(document), options))
  const placeOf = ({documentId, severity, id}: Finding) =>
    (places.get(documentId) ?? 0) * 4 + (severity === 'error' ? 0 : 2) + (Object.hasOwn(schemaChecks, id) ? 0 : 1)
  const findings = once(found.filter(({documentId}) => places.has(documentId)))
  return {findings: findings.sort((one, other) => placeOf(one) - placeOf(other)), documents: checked}
}

const isRole = ({_type}: StoredDocument): boolean => _type === 'role'

const slugOf = ({slug}: StoredDocument): unknown => fieldsOf(slug).current

const inOrder = (one: StoredDocument, other: StoredDocument): number => compare(sortKey(one), sortKey(other))

const sortKey = (document: StoredDocument): string =>
  isRole(document)
    ? ` ${String(slugOf(document) ?? '~')} ${document._id}`
    : `${document._type} ${publishedId(document._id)}`

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
