import {isObject} from '../../page/prose.ts'
import {isRecord} from '../stored.ts'

/** Whether two items of a list are the same, but for the `_key` that every item has of its own. */
export function sameButKey(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one).filter((key) => key !== '_key')
  return (
    keys.length === Object.keys(other).filter((key) => key !== '_key').length &&
    keys.every((key) => Object.hasOwn(other, key) && sameButKey(one[key], other[key]))
  )
}

/** The same as a text to look up by: equal for two items that are the same but for the `_key`. */
export const textButKey = (item: unknown): string | undefined =>
  JSON.stringify(item, (key, value: unknown) => (key === '_key' ? undefined : isRecord(value) ? inOrder(value) : value))

const inOrder = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)))
