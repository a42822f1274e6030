import fc from 'fast-check'
import type {Role} from '../../src/index.ts'
import {anyRole} from './role.ts'

/** A role and the same role after a few edits: fields from elsewhere, lists reordered, cut and grown, documents reworded. */
export const roleEdit: fc.Arbitrary<[Role, Role]> = fc
  .tuple(
    anyRole,
    anyRole,
    fc.array(fc.tuple(fc.constantFrom('take', 'turn', 'cut', 'grow', 'reword'), fc.nat()), {maxLength: 5}),
  )
  .map(([before, other, edits]) => {
    const after: Role = structuredClone(before)
    for (const [edit, choice] of edits) change(after, structuredClone(other), edit, choice)
    return [before, after]
  })

type Fields = Record<string, unknown>

function change(role: Role, other: Role, edit: 'take' | 'turn' | 'cut' | 'grow' | 'reword', choice: number): void {
  const fields = Object.keys(role).filter((field) => field !== '_id')
  const lists = fields.filter((field) => Array.isArray((role as Fields)[field]))
  const [field = 'title', list = 'summary'] = [fields[choice % fields.length], lists[choice % lists.length]]
  const items = (role as Fields)[list] as unknown[]
  const others = ((other as Fields)[list] ?? []) as unknown[]
  if (edit === 'take') Object.assign(role, {[field]: (other as Fields)[field]})
  if (edit === 'turn') items.push(...items.splice(0, 1 + (choice % 2)))
  if (edit === 'cut') items.splice(choice % (items.length + 1), 1)
  if (edit === 'grow') items.splice(choice % (items.length + 1), 0, ...others.slice(0, 1))
  if (edit === 'reword') reword(items[choice % Math.max(items.length, 1)], other.title)
}

/** Every text of an item gets another end, and its documents and keys stay. */
function reword(item: unknown, end: string): void {
  if (typeof item !== 'object' || item === null) return
  for (const [key, value] of Object.entries(item)) {
    if (['statement', 'name', 'title', 'question', 'text'].includes(key)) {
      Object.assign(item, {[key]: typeof value === 'string' ? `${value} ${end}` : value})
    } else reword(value, end)
  }
}
