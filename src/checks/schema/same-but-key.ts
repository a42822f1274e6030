import {isObject} from '../../page/prose.ts'

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
