import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {median, ratio} from '../rounds.ts'
import type {Contestant, Name} from './contestants.ts'
import {type Run, runWell} from './measured-process.ts'
import {filesThatDiffer} from './same-words.ts'

/** The place of a contestant: medians of its rounds. */
export interface Placed {
  name: Name
  label: string
  seconds: number
  /** Of each round. */
  times: number[]
  memoryMB: number
  cpuSeconds: number
  /** How many times as long as roleprint it takes: the median of what each round says. */
  ratio: number
}

export interface Track {
  content: string
  assets: string
  /** For what they write. What roleprint has written in the last round stays, as `roleprint`. */
  folder: string
  rounds: number
  tell: (text: string) => void
}

/** Lets all build the same site in turn, round after round. Roleprint comes first: one of them writes what it has made. */
export async function race(
  contestants: readonly (readonly [Name, Contestant])[],
  {content, assets, folder, rounds, tell}: Track,
): Promise<{placed: Placed[]; differing: string[]}> {
  const runs = new Map<Name, {seconds: number; memoryMB: number; cpuSeconds: number}[]>(
    contestants.map(([name]) => [name, []]),
  )
  const differing: string[] = []
  const ours = join(folder, 'roleprint')
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, contestant] of contestants) {
      const out = join(folder, name)
      rmSync(out, {recursive: true, force: true})
      const made = await runWell(contestant.command({content, assets, out, ours}))
      const seconds = name === 'copy' ? writingIn(made) : made.seconds
      runs.get(name)?.push({...made, seconds})
      tell(
        `round ${round + 1} of ${rounds}: ${contestant.label} ${seconds.toFixed(2)} s, ${made.memoryMB.toFixed(0)} MB`,
      )
      if (round === 0 && name !== 'roleprint') {
        differing.push(...filesThatDiffer(ours, out).map((path) => `${contestant.label}: ${path}`))
      }
      if (name !== 'roleprint') rmSync(out, {recursive: true, force: true})
    }
  }
  const timesOf = (name: Name) => (runs.get(name) ?? []).map(({seconds}) => seconds)
  const placed = contestants.map(([name, {label}]) => ({
    ...{name, label, times: timesOf(name), seconds: median(timesOf(name))},
    memoryMB: median((runs.get(name) ?? []).map(({memoryMB}) => memoryMB)),
    cpuSeconds: median((runs.get(name) ?? []).map(({cpuSeconds}) => cpuSeconds)),
    ratio: ratio(timesOf(name), timesOf('roleprint')),
  }))
  return {placed, differing}
}

// It reads all files before the clock runs.
const writingIn = ({stdout}: Run): number => Number(JSON.parse(stdout).writing)
