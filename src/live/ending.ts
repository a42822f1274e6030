import {line} from '../text/line.ts'
import type {Followed} from './followed.ts'

/** Why a connection ended, and so what comes next. */
export interface Ending {
  /**
   * `lost`: again after a wait that grows. `unreadable`: so too, and seldom. `refused`: whether it goes on is for people to
   * say. `goaway`: the server wants no reader now. `quiet`: nothing was heard for long. `aborted`: it is over.
   */
  kind: 'lost' | 'unreadable' | 'refused' | 'goaway' | 'quiet' | 'aborted'
  message: string
}

export const lost: Ending = {kind: 'lost', message: 'The connection was lost.'}

/** A browser does not say why. */
export const notMade: Ending = {
  kind: 'lost',
  message:
    'No connection could be made. Check the network and, in a browser, that its address is among the CORS origins of the project.',
}

const longest = 300

/** What an error of the stream means. The client's errors are known by their names. */
export function endingOf(error: unknown, client: Followed): Ending {
  const {name, message, status, reason} = fieldsOf(error)
  const {projectId, dataset} = client.config?.() ?? {}
  const asked = projectId && dataset ? `dataset "${dataset}" of project "${projectId}"` : 'this dataset'
  const why = readable(message, client)
  if (name === 'ConnectionFailedError')
    return status === null ? notMade : {kind: 'refused', message: refusal(status, asked)}
  if (name === 'CorsOriginError') {
    const message = `Pages of this address may not ask for ${asked}. Add the address to the CORS origins of the project.`
    return {kind: 'refused', message}
  }
  if (name === 'DisconnectError') {
    const message = `The server closed the stream of ${asked} for good: ${readable(reason || why, client)}`
    return {kind: 'refused', message}
  }
  if (name === 'ChannelError' || name === 'MessageError') {
    return {kind: 'lost', message: `The server could not go on: ${why || 'it did not say why.'}`}
  }
  return {kind: 'unreadable', message: `What the server said could not be read: ${why}`}
}

/** The client would not even begin: its settings are not enough for what is asked. */
export const refusedToBegin = (error: unknown, client: Followed): Ending => ({
  kind: 'refused',
  message: readable(fieldsOf(error).message, client),
})

export const goAway = (reason: unknown, client: Followed): Ending => ({
  kind: 'goaway',
  message: `The server wants no reader now${typeof reason === 'string' && reason ? `: ${readable(reason, client)}` : '.'}`,
})

function refusal(status: number, asked: string): string {
  if (status === 401) return `The stream was refused (401). Check that the token is valid and belongs to ${asked}.`
  if (status === 403) {
    return `The stream was refused (403). Check that the token may read ${asked}, and that this address is among its CORS origins.`
  }
  if (status === 404) return `The stream was not found (404). Check that there is ${asked}.`
  return `The stream was refused (${status}). Check how ${asked} is asked for.`
}

interface Fields {
  name: string
  message: string
  status: number | null
  reason: string
}

function fieldsOf(error: unknown): Fields {
  const {name, message, status, reason} = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : String(error),
    status: typeof status === 'number' && status >= 400 && status < 500 ? status : null,
    reason: typeof reason === 'string' ? reason : '',
  }
}

/** One short line that names no secret. */
function readable(text: string, client: Followed): string {
  const {token} = client.config?.() ?? {}
  const safe = (token ? text.replaceAll(token, '…') : text).replace(/\b(Bearer\s+|sk)[\w.~+/=-]{16,}/gi, '$1…')
  return line(safe.slice(0, longest))
}
