import type {StoredDocument} from '../../../src/local.ts'

/** One way in which a role cannot be published. */
export interface Fault {
  reason: string
  /** Gives back the role with that fault, and no other. */
  into(role: StoredDocument): StoredDocument
}

/** Those of one role alone. */
const faults: Fault[] = [
  {reason: 'no summary', into: ({summary: _, ...role}) => role as StoredDocument},
  {reason: 'no title', into: ({title: _, ...role}) => role as StoredDocument},
  {reason: 'no must-have skills', into: ({mustHaveSkills: _, ...role}) => role as StoredDocument},
  {reason: 'a slug that leads out of the folder', into: (role) => withSlug(role, `../${slugOf(role)}`)},
  {reason: 'a number for a title', into: (role) => ({...role, title: 7})},
  {
    reason: 'text for a list of responsibilities',
    into: (role) => ({...role, responsibilities: 'whatever comes up'}),
  },
  {reason: 'a level that is not in the list', into: (role) => ({...role, levels: [levelOf('wizard', 1)]})},
  {reason: 'years in words', into: (role) => ({...role, levels: [levelOf('mid', 'three')]})},
  {
    reason: 'text for an answer',
    into: (role) => ({...role, faqs: [{_key: 'q0', _type: 'faq', question: 'Is it so?', answer: 'Yes.'}]}),
  },
]

/** Of two roles with one slug neither can be told to be the right one, so these come in pairs. */
const shared = (pair: number): Fault => ({
  reason: 'a slug that another role has, too',
  into: (role) => withSlug(role, `claimed-twice-${pair}`),
})

const cycle = faults.length + 2

/** The fault of the bad role with this number, of as many. */
export function faultOf(number: number, of: number): Fault {
  const place = number % cycle
  const isAlone = place === faults.length && number === of - 1
  return faults[isAlone ? 0 : place] ?? shared(Math.floor(number / cycle))
}

const slugOf = (role: StoredDocument): string => (role.slug as {current: string}).current

const withSlug = (role: StoredDocument, current: string): StoredDocument => ({...role, slug: {_type: 'slug', current}})

const levelOf = (level: string, minYears: unknown) => ({_key: 'l1', _type: 'level', level, minYears, focus: ['Learn.']})
