import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

/** What came of a proof. */
export interface Proof {
  figures: Record<string, number | string>
  /** What was promised and is not so, in sentences. */
  misses: string[]
}

const mostTold = 40

/** Runs a proof as a program: one line of figures, and exit code 1 where something is missed. */
export async function runProof<Settings extends Record<string, number>>(
  name: string,
  full: Settings,
  prove: (settings: Settings) => Promise<Proof>,
): Promise<void> {
  const {figures, misses} = await prove(settingsFrom(full))
  const told = Object.entries(figures).map(([what, value]) => `${what} ${shown(value)}`)
  console.log(`${name}: ${told.join(', ')}: ${misses.length === 0 ? 'held' : 'MISSED'}`)
  for (const miss of misses.slice(0, mostTold)) console.log(`  ${miss}`)
  // At once: what was meant to end and did not is no reason to wait.
  process.exit(misses.length === 0 ? 0 : 1)
}

/** The settings of the full form, changed by `--name number`. */
function settingsFrom<Settings extends Record<string, number>>(full: Settings): Settings {
  const options = Object.fromEntries(Object.keys(full).map((name) => [name, {type: 'string' as const}]))
  const {values} = parseArgs({options})
  const given = Object.entries(values).map(([name, value]) => [name, Number(value)])
  const bad = given.find(([, value]) => Number.isNaN(value))
  if (bad) throw new Error(`--${bad[0]} takes a number.`)
  return {...full, ...Object.fromEntries(given)}
}

const shown = (value: number | string): string =>
  typeof value === 'string' ? value : value.toLocaleString('en', {maximumFractionDigits: value < 10 ? 2 : 0})

/** Does something in a folder that is gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-proof-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Numbers from 0 to 1 that are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The value that this share of the values is below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
