import type {Draft} from './draft.ts'
import type {RoleDraft} from './role.ts'

/** Every type of document a page is made of. */
export const documentTypes = ['role', 'responsibility', 'skill', 'tool', 'kpi', 'person', 'siteSettings'] as const
export type DocumentType = (typeof documentTypes)[number]

/** A document inside a role's answer. Site settings carry no id there, since there is one of them. */
export interface Nested {
  id: string
  type: DocumentType
  content: Readonly<Record<string, unknown>>
}

/** What stands in the place of a document: itself, another version, or nothing. */
type Replace = (document: Nested) => Nested['content'] | null

/** The role with each document inside it replaced. Whatever needs one that is gone is left out, as the query does. */
export function withDocuments(role: RoleDraft, replace: Replace): RoleDraft {
  const one = <Content extends object>(type: DocumentType, content: Content | null, known?: string): Content | null => {
    const id = known ?? (content as {_id?: unknown} | null)?._id
    if (content === null || typeof id !== 'string') return content
    return replace({id, type, content: content as Nested['content']}) as Content | null
  }
  const each = <Content extends object>(type: DocumentType, list: Content[] | null): Content[] | null =>
    list?.flatMap((content) => one(type, content) ?? []) ?? null
  const required = (list: RoleDraft['mustHaveSkills']): RoleDraft['mustHaveSkills'] =>
    list?.flatMap((requirement) => {
      const skill = one('skill', requirement.skill)
      return skill === null && requirement.skill !== null ? [] : [{...requirement, skill}]
    }) ?? null
  return {
    ...role,
    responsibilities: each('responsibility', role.responsibilities),
    mustHaveSkills: required(role.mustHaveSkills),
    niceToHaveSkills: required(role.niceToHaveSkills),
    tools: role.tools?.map((choice) => ({...choice, anyOf: each('tool', choice.anyOf)})) ?? null,
    kpis: each('kpi', role.kpis),
    author: one('person', role.author),
    relatedRoles: each('role', role.relatedRoles),
    site: one('siteSettings', role.site, 'siteSettings'),
  }
}

/** Every document of a role's answer, once, in reading order. The role itself is not among them. */
export function documentsIn(role: RoleDraft): Map<string, Nested> {
  const found = new Map<string, Nested>()
  withDocuments(role, (document) => {
    if (!found.has(document.id)) found.set(document.id, document)
    return document.content
  })
  return found
}

/** The documents a role refers to and does not get. */
export const absentFrom = ({danglingReferences}: Draft<Pick<RoleDraft, 'danglingReferences'>>): ReadonlySet<string> =>
  new Set((danglingReferences ?? []).flatMap(({id}) => id ?? []))
