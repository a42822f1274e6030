import type {LakeAddress} from './lake-process.ts'

export interface ToldTransaction {
  id: string
  timestamp: string
  documentIDs: string[]
  effects: Record<string, {apply: [0, Record<string, unknown> | null]; revert: [0, Record<string, unknown> | null]}>
}

const mostTold = 100

export const get = ({url, token}: LakeAddress, path: string): Promise<Response> =>
  fetch(`${url}/v2025-02-19${path}`, {headers: {Authorization: `Bearer ${token}`}})

async function textOf(lake: LakeAddress, path: string): Promise<string> {
  const response = await get(lake, path)
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} is answered with ${response.status}: ${text.slice(0, 300)}`)
  return text
}

/** Every document, one a line, whatever the port is: the addresses of files follow it. */
export const exported = async (lake: LakeAddress): Promise<string> =>
  (await textOf(lake, `/data/export/${lake.dataset}`)).replaceAll(lake.url, 'http://lake')

export const documentsIn = (lines: string): Record<string, unknown>[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** All transactions of these documents, oldest first; only those from one on, where it is named. */
export async function transactionsOf(
  lake: LakeAddress,
  ids: readonly string[],
  from: string | null = null,
): Promise<ToldTransaction[]> {
  const all: ToldTransaction[] = []
  for (let since = from; ; ) {
    const path = `/data/history/${lake.dataset}/transactions/${ids.join(',')}?limit=${mostTold}`
    const page = documentsIn(await textOf(lake, since === null ? path : `${path}&fromTransaction=${since}`))
    // The one a page begins from is told again.
    const told = (page as unknown as ToldTransaction[]).filter(({id}) => id !== since || all.length === 0)
    all.push(...told)
    if (page.length < mostTold) return all
    since = all.at(-1)?.id ?? null
  }
}
