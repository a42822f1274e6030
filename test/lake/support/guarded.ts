import {expect, onTestFinished} from 'vitest'
import {type Lake, type LakeOptions, startLake} from '../../../src/lake/index.ts'

export const version = '2025-02-19'

/** Two published documents, one of which the other needs, a draft, a version and a document of a private path. */
export const kept = [
  {_id: 'calm', _type: 'skill', name: 'Calm', years: 3, tags: ['ward', 'care']},
  {_id: 'nurse', _type: 'role', title: 'Nurse', skill: {_type: 'reference', _ref: 'calm'}},
  {_id: 'drafts.nurse', _type: 'role', title: 'Secret draft', skill: {_type: 'reference', _ref: 'calm'}},
  {_id: 'versions.spring.nurse', _type: 'role', title: 'Secret version'},
  {_id: 'private.note', _type: 'role', title: 'Secret note'},
]

export async function guardedLake(options: Partial<LakeOptions> = {}): Promise<Lake> {
  const lake = await startLake({dataDir: ':memory:', port: 0, seed: () => kept, ...options})
  onTestFinished(() => lake.close())
  return lake
}

export const bearer = ({token}: Pick<Lake, 'token'>) => ({Authorization: `Bearer ${token}`})

/** Every byte of every document, and how many transactions there were. */
export async function stateOf(lake: Pick<Lake, 'url' | 'token' | 'dataset'>): Promise<string> {
  const headers = bearer(lake)
  const documents = await fetch(`${lake.url}/v${version}/data/export/${lake.dataset}`, {headers})
  const stop = new AbortController()
  const live = await fetch(`${lake.url}/v${version}/data/live/events/${lake.dataset}`, {headers, signal: stop.signal})
  const reader = live.body?.getReader()
  const welcome = new TextDecoder().decode((await reader?.read())?.value)
  await reader?.cancel()
  stop.abort()
  expect([documents.status, live.status]).toEqual([200, 200])
  return `${/id: (\d+)/.exec(welcome)?.[1]} transactions\n${await documents.text()}`
}

/** Does something hostile, and holds the lake to having changed nothing. */
export async function untouched<Result>(lake: Lake, attack: () => Promise<Result>): Promise<Result> {
  const before = await stateOf(lake)
  const result = await attack()
  expect(await stateOf(lake)).toBe(before)
  return result
}

export function mutate(lake: Lake, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(`${lake.url}/v${version}/data/mutate/${lake.dataset}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...bearer(lake), ...headers},
    body: text,
  })
}

export function query(lake: Lake, text: string, headers: Record<string, string> = {}, more = ''): Promise<Response> {
  const search = `query=${encodeURIComponent(text)}${more}`
  return fetch(`${lake.url}/v${version}/data/query/${lake.dataset}?${search}`, {headers})
}
