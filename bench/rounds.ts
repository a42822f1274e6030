/** Something to be timed: does its work once, and gives back what came of it. */
export type Contestant = () => unknown

const rounds = 21
const warmUpMs = 400
// Some systems count in steps of 4 ms.
const roundMs = 60

/**
 * Times contestants in turn, round after round, so that whatever slows the machine down slows all of them down.
 * Gives back the time each one took in each round, in µs of CPU a call.
 */
export async function timeInRounds<Name extends string>(
  contestants: Record<Name, Contestant>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[]
  const calls = {} as Record<Name, number>
  const times = {} as Record<Name, number[]>
  for (const name of names) {
    await callFor(contestants[name], warmUpMs)
    calls[name] = await callFor(contestants[name], roundMs)
    times[name] = []
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length] as Name
      times[name].push(await timeOf(contestants[name], calls[name]))
    }
  }
  return times
}

async function callFor(contestant: Contestant, milliseconds: number): Promise<number> {
  const end = spent() + milliseconds * 1000
  let calls = 0
  for (; spent() < end; calls++) {
    const made = contestant()
    if (made instanceof Promise) await made
  }
  return calls
}

// The time this thread has had a core for, in µs: on a busy machine the clock on the wall tells about the others.
const spent = (): number => {
  const {user, system} = process.threadCpuUsage()
  return user + system
}

async function timeOf(contestant: Contestant, calls: number): Promise<number> {
  const start = spent()
  for (let call = 0; call < calls; call++) {
    const made = contestant()
    if (made instanceof Promise) await made
  }
  return (spent() - start) / calls
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}

/** How many times as long as `other` the first one takes: the median of what each round says. */
export const ratio = (one: readonly number[], other: readonly number[]): number =>
  median(one.map((time, round) => time / (other[round] ?? Number.NaN)))
