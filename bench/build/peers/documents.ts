import {readFileSync} from 'node:fs'
import type {Role} from '../../../src/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: whoever writes this by hand trusts what is stored.
type Stored = any

/** The roles of an NDJSON file with all they refer to, joined by hand. Nothing is checked. */
export function readRoles(file: string): Role[] {
  const documents = new Map<string, Stored>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const document = JSON.parse(line)
    documents.set(document._id, document)
  }
  const site = documents.get('siteSettings') ?? null
  const follow = (reference: Stored) => documents.get(reference._ref)
  const followAll = (references: Stored[] | undefined) => (references ?? []).map(follow)
  const skills = (requirements: Stored[] | undefined) =>
    (requirements ?? []).map((requirement) => ({...requirement, skill: follow(requirement.skill)}))
  const roles: Role[] = []
  for (const document of documents.values()) {
    if (document._type !== 'role') continue
    roles.push({
      ...document,
      slug: document.slug.current,
      language: document.language ?? 'en',
      responsibilities: followAll(document.responsibilities),
      mustHaveSkills: skills(document.mustHaveSkills),
      niceToHaveSkills: skills(document.niceToHaveSkills),
      tools: (document.tools ?? []).map((choice: Stored) => ({...choice, anyOf: followAll(choice.anyOf)})),
      levels: (document.levels ?? []).map((level: Stored) => ({...level, maxYears: level.maxYears ?? null})),
      kpis: followAll(document.kpis),
      faqs: (document.faqs ?? []).map((faq: Stored) => ({...faq, audience: faq.audience ?? 'page'})),
      author: document.author ? follow(document.author) : null,
      relatedRoles: followAll(document.relatedRoles).map(({_id, title, slug}) => ({_id, title, slug: slug.current})),
      site,
    })
  }
  return roles
}

export const byTitle = (roles: readonly Role[]): Role[] =>
  roles.toSorted((one, other) => (one.title < other.title ? -1 : 1))
