import {randomBytes, timingSafeEqual} from 'node:crypto'
import {proofOf} from '../../loopback/proof.ts'

const longestWait = 10_000
const longestAnswer = 10_000

/** Whether whoever answers at this address knows the token, which is not told. Throws where nobody answers. */
export async function knowsToken(url: string, token: string, signal?: AbortSignal): Promise<boolean> {
  const challenge = randomBytes(24).toString('base64url')
  const signals = [AbortSignal.timeout(longestWait), ...(signal ? [signal] : [])]
  const {body} = await fetch(`${url}/v1/ping?challenge=${challenge}`, {
    redirect: 'error',
    signal: AbortSignal.any(signals),
  })
  return isSame(proofIn(await beginningOf(body)), proofOf(token, challenge, url))
}

/** A stranger may answer without an end. */
async function beginningOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body ?? []) {
    pieces.push(piece)
    if (pieces.reduce((sum, {length}) => sum + length, 0) > longestAnswer) break
  }
  return Buffer.concat(pieces).toString()
}

function proofIn(text: string): string {
  try {
    return String(JSON.parse(text).proof)
  } catch {
    return ''
  }
}

const isSame = (given: string, known: string): boolean =>
  Buffer.byteLength(given) === Buffer.byteLength(known) && timingSafeEqual(Buffer.from(given), Buffer.from(known))

/**
 * Asks a lake on this computer, and each time lets it prove first that it is the one: it may have been killed since, and
 * somebody else may listen there. Goes past every proxy, which would be told the token, too.
 */
export const provenFetch =
  (url: string, token: string): typeof fetch =>
  async (input, init) => {
    if (await knowsToken(url, token, init?.signal ?? undefined)) return fetch(input, init)
    // As a fetch says that it could not connect, so that whoever asks tries again later.
    throw new TypeError('fetch failed', {cause: new Error('another program answers there')})
  }
