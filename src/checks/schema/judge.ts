import type {CheckId} from '../checks.ts'
import type {Step} from '../finding.ts'
import {fieldsOf, itemsOf, publishedId} from '../stored.ts'
import type {Kind} from './field-type.ts'
import {problemIds} from './problem-ids.ts'
import type {Asked, ProblemContext} from './recorded-rule.ts'
import {sameButKey, textButKey} from './same-but-key.ts'

/** What is wrong with a value. `says` is for where the rule has no sentence of its own, `always` for where that is of no use. */
export interface Verdict {
  id: CheckId
  says: string
  always?: boolean
  /** The item of the list it is about, where it is not about the whole. */
  item?: {step: Step; index: number}
}

export interface Judged {
  kind: Kind
  context: ProblemContext
  /** Whether there is a document with this id. */
  isThere(id: string): boolean
  /** The id of another role that answers to this slug. */
  isTaken(slug: string): string | null
}

/** Holds a value against one thing a rule asks for, as Sanity's own validators do for this kind of value. */
export function judge(asked: Asked, value: unknown, judged: Judged): Verdict[] {
  switch (asked.flag) {
    case 'required':
      return isMissing(value, judged.kind) ? [{id: 'required', says: 'Fill this in.'}] : []
    case 'integer':
      return Number.isInteger(value) ? [] : [{id: 'out-of-range', says: 'Give a whole number.'}]
    case 'min':
      return isAtLeast(value, asked.limit, judged.kind)
        ? []
        : [
            {
              id: idOfLimit(asked.limit === 1 ? 'required' : 'too-few', judged.kind),
              says: `Give ${asked.limit} at least.`,
            },
          ]
    case 'max':
      return isAtMost(value, asked.limit, judged.kind)
        ? []
        : [{id: idOfLimit('too-many', judged.kind), says: `Give ${asked.limit} at most.`}]
    case 'greaterThan':
      return (value as number) > asked.limit ? [] : [{id: 'out-of-range', says: `Give more than ${asked.limit}.`}]
    case 'unique':
      return duplicates(value).map((item) => ({id: 'twice', says: 'This is in the list more than once.', item}))
    case 'valid':
      return value === undefined || asked.values.some((each) => sameButKey(each, value))
        ? []
        : [{id: 'not-in-list', says: `${shown(value)} is not one of the values to choose from. Choose another.`}]
    case 'date':
      return value === undefined || isoDate.test(String(value))
        ? []
        : [{id: 'wrong-kind', says: `${shown(value)} is no day. Write it as 2026-04-12.`}]
    case 'uri':
      return isAddress(value, asked) ? [] : [{id: 'address', says: 'Write the whole address: https://…'}]
    case 'reference':
      return danglingReference(value, judged)
    case 'slug':
      return slugVerdict(value, judged)
    case 'custom': {
      const said = asked.problem(value, judged.context)
      return typeof said === 'string' ? [{id: problemIds.get(asked.problem) ?? 'wrong-kind', says: said}] : []
    }
  }
}

const idOfLimit = (ofLists: CheckId, kind: Kind): CheckId =>
  kind === 'list' ? ofLists : kind === 'text' ? 'too-long' : 'out-of-range'

const meta = ['_key', '_type', '_weak']

function isMissing(value: unknown, kind: Kind): boolean {
  if (kind === 'text' || kind === 'list') return !value
  if (kind === 'object' && value) return Object.keys(value).every((key) => meta.includes(key))
  return kind === 'boolean' ? typeof value !== 'boolean' : value === undefined
}

const sizeOf = (value: unknown, kind: Kind): number =>
  kind === 'number' ? (value as number) : (value as {length: number}).length

// A list or a text that is not there has no size: `required` is what asks for it.
const isAtLeast = (value: unknown, limit: number, kind: Kind): boolean =>
  (kind !== 'number' && !value) || sizeOf(value, kind) >= limit

const isAtMost = (value: unknown, limit: number, kind: Kind): boolean =>
  (kind !== 'number' && !value) || sizeOf(value, kind) <= limit

const duplicates = (value: unknown): {step: Step; index: number}[] =>
  [...Map.groupBy(itemsOf(value), ({item}) => textButKey(item)).values()]
    .filter((same) => same.length > 1)
    .flat()
    .sort((one, other) => one.index - other.index)

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:[T ].*)?$/

function isAddress(value: unknown, {schemes, allowRelative}: Extract<Asked, {flag: 'uri'}>): boolean {
  if (!value) return true
  const address = String(value)
  const url = URL.parse(address, allowRelative ? 'http://sanity' : undefined)
  if (!url || url.username || url.password) return false
  return /^\.*\//.test(address) || schemes.some((scheme) => scheme.test(url.protocol.slice(0, -1)))
}

function danglingReference(value: unknown, {context, isThere}: Judged): Verdict[] {
  if (!value) return []
  const id = fieldsOf(value)._ref
  if (typeof id !== 'string')
    return [{id: 'dangling-reference', says: 'This refers to no document. Choose one, or remove it.'}]
  if (id === publishedId(fieldsOf(context.document)._id) || isThere(id)) return []
  const says = `This refers to “${id}”, which is not there. Publish that document, or choose another.`
  return [{id: 'dangling-reference', says, always: true}]
}

function slugVerdict(value: unknown, {isTaken}: Judged): Verdict[] {
  if (!value) return []
  const {current} = fieldsOf(value)
  if (typeof current !== 'string' || current.trim() === '') return [{id: 'required', says: 'Give the role an address.'}]
  const other = isTaken(current)
  if (other === null) return []
  const says = `Another role has the slug “${current}” (${other}). Change one of the two.`
  return [{id: 'slug-taken', says, always: true}]
}

const shown = (value: unknown): string =>
  `“${(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 30)}”`
