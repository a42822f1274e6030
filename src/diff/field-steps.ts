import type {RoleDraft} from '../model/role.ts'
import {causeOf, roleCause} from './cause.ts'
import type {Step} from './steps.ts'

/** Whether two values of JSON are written differently. In another order of keys they are: a step too many does no harm. */
export const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other)

const unprinted = ['_id', 'danglingReferences']

/** From one role to another, one field at a time; in a list whose items have keys, one item at a time. */
export function* fieldSteps(from: RoleDraft, to: RoleDraft): Generator<Step> {
  let role = from
  for (const [field, value] of Object.entries(to) as [keyof RoleDraft, unknown][]) {
    if (unprinted.includes(field)) continue
    const cause = field === 'site' ? siteCause(from, to) : roleCause(to, field)
    for (const list of withItemsReplaced(role[field], value)) {
      role = {...role, [field]: list}
      yield {role, cause, isInPlace: true}
    }
    if (!differs(role[field], value)) continue
    role = {...role, [field]: value}
    yield {role, cause, isInPlace: !isListOfObjects(value)}
  }
}

// Documents inside are as they were, so these settings have just been made or deleted.
const siteCause = (from: RoleDraft, to: RoleDraft) =>
  causeOf({id: 'siteSettings', type: 'siteSettings', content: to.site ?? from.site ?? {}})

// Each step prints the whole role. Where more items of one list than these change, they change in one step.
const mostItems = 40

/** The list with each item that kept its key in its new version, one more each time, or all at once where they are many. */
function* withItemsReplaced(list: unknown, next: unknown): Generator<unknown[]> {
  if (!Array.isArray(list) || !Array.isArray(next)) return
  const replacements = byKey(next)
  const changed = new Map<number, unknown>()
  for (const [key, index] of byKey(list)) {
    const replacement = replacements.get(key)
    if (replacement !== undefined && differs(list[index], next[replacement])) changed.set(index, next[replacement])
  }
  if (changed.size > mostItems) return yield list.map((item, index) => (changed.has(index) ? changed.get(index) : item))
  let version: unknown[] = list
  for (const [index, item] of changed) {
    version = version.with(index, item)
    yield version
  }
}

/** Where the item with each key stands. A key that is there twice tells nothing. */
function byKey(list: readonly unknown[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const [index, item] of list.entries()) {
    const key = (item as {_key?: unknown} | null)?._key
    if (typeof key !== 'string') continue
    if (places.has(key)) twice.add(key)
    places.set(key, index)
  }
  for (const key of twice) places.delete(key)
  return places
}

const isListOfObjects = (value: unknown): boolean =>
  Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null)
