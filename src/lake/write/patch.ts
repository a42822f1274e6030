import {extract, Mutation} from '@sanity/mutator'
import {MutationError} from '../failure.ts'
import {assertPlain, type LakeDocument, reservedNames} from './document.ts'
import type {Effort} from './effort.ts'
import {spendOnTextPatch} from './text-patch-effort.ts'

const longestPath = 1024
const deepestPath = 100
/** The library takes the square of their number in steps. */
const mostPlaces = 1000
const largestDocument = 16_000_000
const immutable = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']

const bad = (description: string) => new MutationError(400, 'invalidPatchError', description)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each operation of a patch must look like, and which paths it is about. */
const operations: Record<string, (value: unknown) => string[]> = {
  set: byPath,
  setIfMissing: byPath,
  inc: numbersByPath,
  dec: numbersByPath,
  diffMatchPatch: textsByPath,
  unset(value) {
    if (Array.isArray(value) && value.every((path) => typeof path === 'string')) return value
    throw bad('unset takes a list of paths.')
  },
  insert(value) {
    const path = isRecord(value) ? (value.before ?? value.after ?? value.replace) : null
    if (typeof path === 'string' && isRecord(value) && Array.isArray(value.items)) return [path]
    throw bad('insert takes one of before, after and replace, which is a path, and a list of items.')
  },
}

function byPath(value: unknown): string[] {
  if (isRecord(value)) return Object.keys(value)
  throw bad('set and setIfMissing take an object of values by path.')
}

function numbersByPath(value: unknown): string[] {
  if (isRecord(value) && Object.values(value).every(Number.isFinite)) return Object.keys(value)
  throw bad('inc and dec take an object of numbers by path.')
}

function textsByPath(value: unknown): string[] {
  if (isRecord(value) && Object.values(value).every((text) => typeof text === 'string')) return Object.keys(value)
  throw bad('diffMatchPatch takes an object of patch texts by path.')
}

/** Throws `MutationError` for a patch that is none, before any document is looked at. */
export function assertPatch(patch: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(patch)) {
    const pathsOf = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (!pathsOf) throw bad(`There is no patch operation "${name}".`)
    for (const path of pathsOf(value)) assertPath(path)
  }
}

/** A path is read by the library, which expands a range into each of its places. */
function assertPath(path: string): void {
  const shown = path.length > 80 ? `${path.slice(0, 80)}…` : path
  const isLong = path.length > longestPath || path.split(/[.[]/).length > deepestPath || path.split('..').length > 2
  const [opened, closed] = [/\[/g, /\]/g].map((bracket) => path.replace(/"[^"]*"|'[^']*'/g, '').split(bracket).length)
  if (path === '' || opened !== closed) throw bad(`"${shown}" is no path.`)
  if (isLong) throw bad(`The path "${shown}" is too long or too wide.`)
  if (placesIn(path) > mostPlaces) throw bad(`The path "${shown}" names more than ${mostPlaces} places.`)
  const reserved = path.split(/[^\w$]+/).find((name) => reservedNames.has(name))
  if (reserved !== undefined) throw bad(`A path cannot lead to "${reserved}".`)
}

/** To how many places of lists a path leads: `[5]`, `[2:5]`, `[1,5]`, and lists in lists. */
function placesIn(path: string): number {
  const brackets = [...path.matchAll(/\[([^\]"']*)\]/g)].map(([, inner = '']) => inner)
  return brackets
    .map((inner) =>
      inner
        .split(',')
        .map(widthOf)
        .reduce((sum, width) => sum + width),
    )
    .reduce((all, width) => all * width, 1)
}

function widthOf(part: string): number {
  const [, from, to] = /^\s*(-?\d+)\s*:\s*(-?\d+)\s*$/.exec(part) ?? []
  return from === undefined ? 1 : Math.max(1, Math.abs(Number(to) - Number(from)))
}

/**
 * The document after a patch that `assertPatch` has seen. `size` is the length of its JSON. Throws `MutationError` where the
 * patch does not fit the document, or takes too much.
 */
export function patched(
  document: LakeDocument,
  patch: Record<string, unknown>,
  {size, effort}: {size: number; effort: Effort},
): LakeDocument {
  for (const [name, value] of Object.entries(patch)) {
    for (const path of operations[name]?.(value) ?? []) spendOnPath(document, path, {size, effort})
  }
  assertTargets(document, patch, effort)
  const after = withPatch(document, patch)
  for (const attribute of immutable) {
    if (after[attribute] === document[attribute]) continue
    const description = `Cannot modify immutable attribute "${attribute}"`
    throw new MutationError(409, 'cannotModifyImmutableAttributeError', description, {attribute, id: document._id})
  }
  assertPlain(after)
  if (JSON.stringify(after).length > largestDocument) throw bad('The document would be larger than 16 MB.')
  return after
}

/** What works on numbers or on texts only. The library passes over everything else, and nobody would know. */
const workOn = {inc: 'number', dec: 'number', diffMatchPatch: 'string'} as const

function assertTargets(
  document: LakeDocument,
  {set, setIfMissing, ...patch}: Record<string, unknown>,
  effort: Effort,
): void {
  const first =
    set || setIfMissing
      ? withPatch(document, {...(set ? {set} : {}), ...(setIfMissing ? {setIfMissing} : {})})
      : document
  for (const [name, type] of Object.entries(workOn)) {
    for (const [path, by] of Object.entries(patch[name] ?? {})) {
      const values = applied(() => extract(path, first))
      const odd = values.find((value) => typeof value !== type && value !== undefined && value !== null)
      if (odd !== undefined) throw bad(`${name} cannot be applied to "${path}": it holds no ${type}.`)
      if (name !== 'diffMatchPatch') continue
      for (const text of values) if (typeof text === 'string') applied(() => spendOnTextPatch(by, text, effort))
    }
  }
}

/** Every level of a path is copied; one that leads to many places is copied for each of them, and each is looked for. */
function spendOnPath(document: LakeDocument, path: string, {size, effort}: {size: number; effort: Effort}): void {
  effort.spend(size + 50 * (placesIn(path) - 1) ** 2)
  if (!/\.\.|\[[^\]]*=/.test(path)) return
  effort.spend(10 * size)
  effort.spend(applied(() => extract(path, document)).length ** 2 / 2)
}

function withPatch(document: LakeDocument, patch: Record<string, unknown>): LakeDocument {
  const mutation = new Mutation({mutations: [{patch: {...patch, id: document._id}}]})
  return applied(() => mutation.apply(document as Parameters<typeof mutation.apply>[0])) as LakeDocument
}

function applied<Result>(apply: () => Result): Result {
  try {
    return apply()
  } catch (cause) {
    if (cause instanceof MutationError) throw cause
    throw bad(`The patch cannot be applied: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
