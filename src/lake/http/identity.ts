import {hash, randomBytes, timingSafeEqual} from 'node:crypto'
import {existsSync, lstatSync, readFileSync} from 'node:fs'
import type {IncomingHttpHeaders} from 'node:http'
import {join} from 'node:path'
import {refused} from '../failure.ts'
import {StoreError} from '../store/check.ts'
import {inMemory} from '../store/open.ts'
import {ignoreInRepository, writeOwnFile} from '../store/own-file.ts'

/**
 * Tells those who may write and see drafts from everybody else, by the token. Not by a cookie: a browser sends one to every
 * server of the same name, on whatever port.
 */
export class Identity {
  readonly token: string
  /** Names of sessions that may be opened once, as the page `sign-in` does with what follows `#sid=` in its address. */
  readonly #sessions = new Set<string>()

  constructor(token: string) {
    this.token = token
  }

  /** Whether a request may do anything. Throws 401 for a token that is wrong. */
  isTrusted({authorization}: IncomingHttpHeaders): boolean {
    if (authorization === undefined) return false
    if (isSame(authorization, `Bearer ${this.token}`)) return true
    throw refused(401, 'Unauthorized', 'The token is not the one of this lake. Copy it anew from its data folder.')
  }

  /** A name that opens one session, for the address the Studio is opened with. */
  newSession(): string {
    const name = randomBytes(24).toString('base64url')
    this.#sessions.add(name)
    return name
  }

  /** Ends the use of a session's name; `false` where there is none. */
  openSession(name: string): boolean {
    return this.#sessions.delete(name)
  }
}

/** The token of a data folder, made where there is none. Only its owner can read it. */
export function keptToken(dataDir: string): string {
  if (dataDir === inMemory) return newToken()
  ignoreInRepository(dataDir)
  const path = join(dataDir, 'token')
  if (!existsSync(path)) writeOwnFile(path, `${newToken()}\n`)
  if (!lstatSync(path).isFile()) throw new StoreError(`${path} is a link or no file. Remove it, and a new one is made.`)
  const token = readFileSync(path, 'utf8').trim()
  if (/^[\w-]{40,}$/.test(token)) return token
  throw new StoreError(`${path} holds no token. Remove it, and a new one is made.`)
}

const newToken = (): string => randomBytes(32).toString('base64url')

/** Takes as long for a wrong guess as for a right one. */
const isSame = (given: string, known: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', known, 'buffer'))
