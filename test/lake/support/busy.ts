import {onTestFinished} from 'vitest'
import type {OtherLake} from './lake-process-of.ts'

export interface Asked {
  status: number
  milliseconds: number
  text: string
}

/** Asks by POST, as clients do with long queries, and tells how long it took. */
export async function ask(lake: OtherLake, query: string, params: object = {}, isTrusted = false): Promise<Asked> {
  const start = performance.now()
  const answer = await fetch(`${lake.url}/v2025-02-19/data/query/production`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...(isTrusted && {Authorization: `Bearer ${lake.token}`})},
    body: JSON.stringify({query, params}),
  })
  const text = await answer.text()
  return {status: answer.status, milliseconds: performance.now() - start, text}
}

const noAnswer = (): Asked => ({status: 0, milliseconds: 0, text: ''})

const small = [
  '*[_type == "role"] | order(title) {title, "slug": slug.current}',
  '*[_type == "role" && slug.current == "ux-designer"][0]{title, summary}',
  'count(*[_type == "skill"])',
]

/** A second client with small queries. Tells how long they took, once it is asked to stop. */
export async function secondClient(lake: OtherLake) {
  // What a lake does first is to load its documents.
  for (const query of [...small, ...small]) await ask(lake, query)
  const took: number[] = []
  const failed: number[] = []
  let isOver = false
  onTestFinished(() => {
    isOver = true
  })
  const done = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const {status, milliseconds} = await ask(lake, small[turn % small.length] ?? '1').catch(noAnswer)
      took.push(milliseconds)
      if (status !== 200) failed.push(status)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    async stop() {
      isOver = true
      await done
      took.sort((a, b) => a - b)
      return {count: took.length, p99: took[Math.floor(took.length * 0.99)] ?? 0, slowest: took.at(-1) ?? 0, failed}
    },
  }
}

/** Looks at the memory of a lake again and again. Tells by how many megabytes it grew at most, once it is asked to stop. */
export async function memoryWatch(lake: OtherLake) {
  const before = await lake.memory()
  let most = before
  let isOver = false
  onTestFinished(() => {
    isOver = true
  })
  const done = (async () => {
    while (!isOver && lake.isAlive()) {
      most = Math.max(most, await lake.memory())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    async stop() {
      isOver = true
      await done
      return Math.round((most - before) / 1_000_000)
    },
  }
}
