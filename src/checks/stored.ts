import {placeOf as layerOf} from '../dataset/perspective.ts'
import {isObject, type Stored} from '../page/prose.ts'
import type {Step} from './finding.ts'

/** An object of a stored document, or an empty one in place of whatever else is there. */
export const fieldsOf = (value: unknown): Stored => (isObject(value) && !Array.isArray(value) ? value : {})

/** The items of a list with their place in it; none of what is no list. */
export function itemsOf(value: unknown): {item: unknown; step: Step; index: number}[] {
  if (!Array.isArray(value)) return []
  return value.map((item: unknown, index) => ({item, step: stepTo(item, index), index}))
}

/** An item is found by its key, which stays when others move. */
export function stepTo(item: unknown, index: number): Step {
  const key = fieldsOf(item)._key
  return typeof key === 'string' && key !== '' ? {_key: key} : index
}

/** The id by which other documents know this one, whichever version it is. */
export const publishedId = (id: unknown): string => (typeof id === 'string' ? (layerOf(id)?.id ?? id) : '')

export const isRecord = (value: unknown): value is Stored => isObject(value) && !Array.isArray(value)
