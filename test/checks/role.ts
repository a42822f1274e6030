import type {Finding} from '../../src/index.ts'
import {roleFindings} from '../../src/index.ts'
import type {StoredDocument} from '../../src/local.ts'

export const paragraph = (text: string, key = 'p1') => ({
  ...{_key: key, _type: 'block', style: 'normal', markDefs: []},
  children: [{_key: 's1', _type: 'span', marks: [], text}],
})

const shared = (type: string, texts: readonly string[], field = 'statement'): StoredDocument[] =>
  texts.map((text, index) => ({_id: `${type}-${index}`, _type: type, [field]: text}))

const references = (documents: readonly StoredDocument[]) =>
  documents.map(({_id}, index) => ({_key: `k${index}`, _type: 'reference', _ref: _id}))

export interface Texts {
  summary?: string
  responsibilities?: string[]
  mustHaves?: string[]
  niceToHaves?: string[]
  kpis?: string[]
  tools?: string[]
  /** Tools that are there, and not in the role's list. */
  otherTools?: string[]
}

/** A role of these texts with the documents it is made of, and nothing about it to object to. */
export function roleOf(texts: Texts = {}, fields: object = {}): {role: StoredDocument; documents: StoredDocument[]} {
  const responsibilities = shared(
    'responsibility',
    texts.responsibilities ?? ['Answer letters on the day they arrive.'],
  )
  const kpis = shared('kpi', texts.kpis ?? ['All letters are answered within 2 days.'])
  const skills = shared('skill', texts.mustHaves ?? ['Careful spelling.'])
  const nice = shared('skill', texts.niceToHaves ?? []).map((skill) => ({...skill, _id: `nice-${skill._id}`}))
  const tools = shared('tool', texts.tools ?? [], 'name')
  const others = shared('tool', texts.otherTools ?? [], 'name').map((tool) => ({...tool, _id: `other-${tool._id}`}))
  const requirements = (documents: readonly StoredDocument[]) =>
    references(documents).map((skill) => ({_key: skill._key, _type: 'skillRequirement', skill}))
  const role = {
    ...{_id: 'role-clerk', _type: 'role', title: 'Clerk', slug: {_type: 'slug', current: 'clerk'}, language: 'en'},
    summary: [paragraph(texts.summary ?? 'A clerk answers letters.')],
    responsibilities: references(responsibilities),
    mustHaveSkills: requirements(skills),
    niceToHaveSkills: requirements(nice),
    tools: references(tools).map((tool) => ({_key: tool._key, _type: 'toolChoice', anyOf: [tool]})),
    kpis: references(kpis),
    faqs: [{_key: 'f1', _type: 'faq', question: 'Is it remote?', answer: [paragraph('Yes.')]}],
    startingPrice: {_type: 'price', amount: 2000, currency: 'EUR', unit: 'MONTH'},
    ...fields,
  }
  return {role, documents: [...responsibilities, ...kpis, ...skills, ...nice, ...tools, ...others]}
}

export const now = new Date('2026-06-01T12:00:00Z')

/** What is found in such a role. */
export function findingsIn(texts: Texts = {}, fields: object = {}): Finding[] {
  const {role, documents} = roleOf(texts, fields)
  return roleFindings(role, documents, {now})
}

/** The same in short: `years-contradict at Must-have skills, 1st`. */
export const found = (texts: Texts = {}, fields: object = {}): string[] =>
  findingsIn(texts, fields).map(({id, place}) => (place ? `${id} at ${place}` : id))
