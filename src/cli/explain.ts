import {hindranceOf} from '../disk/hindrance.ts'
import {
  ContentResponseError,
  ContentTimeoutError,
  ContentUnavailableError,
  InvalidAnswerError,
  RoleNotFoundError,
  SourceError,
} from '../index.ts'
import {PortError} from '../loopback/listen.ts'
import {exitCodes, FileError, UsageError} from './failures.ts'
import type {Lake} from './lake/connect.ts'
import {printable, printableLine} from './printable.ts'

// Shorter ones are none, and would be found inside of words.
const shortestToken = 8
const longestReason = 200

export interface Explanation {
  message: string
  exitCode: number
}

/** What to tell a person about an error: what, where, and what to do. The token is never part of it. */
export function explain(error: unknown, lake: Lake | null): Explanation {
  const {message, exitCode} = explanationOf(error, lake)
  const safe = lake?.token && lake.token.length >= shortestToken ? message.replaceAll(lake.token, '[token]') : message
  return {message: hasLines(error) ? printable(safe) : printableLine(safe), exitCode}
}

/** These list places, one to a line. */
const hasLines = (error: unknown): boolean =>
  error instanceof InvalidAnswerError ||
  error instanceof SourceError ||
  (error instanceof Error && error.name === 'NdjsonError')

// Errors of parts that are read only where they are needed are known by name.
const isAboutContent = (error: Error): boolean =>
  ['LevelNotFoundError', 'DraftOnlyError', 'ContentError', 'LakeError'].includes(error.name)

function explanationOf(error: unknown, lake: Lake | null): Explanation {
  if (!(error instanceof Error)) return {message: String(error), exitCode: exitCodes.bug}
  const {message} = error
  if (error instanceof UsageError || error instanceof PortError) return {message, exitCode: exitCodes.usage}
  if (error instanceof FileError || error.name === 'StoreError') return {message, exitCode: exitCodes.file}
  if (error instanceof RoleNotFoundError) {
    return {message: `${message} "roleprint list" shows all roles.`, exitCode: exitCodes.content}
  }
  const noRoom = outOfRoom(error)
  if (noRoom !== null) return {message: noRoom, exitCode: exitCodes.file}
  const atLimit = tooManyFiles(error)
  if (atLimit !== null) return {message: atLimit, exitCode: exitCodes.file}
  if (error instanceof SourceError && lake) return {message: lakeFailure(error, lake), exitCode: exitCodes.transport}
  if (hasLines(error) || isAboutContent(error)) return {message, exitCode: exitCodes.content}
  const advice = hindranceOf(error)
  if (advice !== null) return {message: `${message.replace(/\.$/, '')}. ${advice}`, exitCode: exitCodes.file}
  return {message: `This is a fault of roleprint, not of yours: ${message}`, exitCode: exitCodes.bug}
}

/** A lake whose disk has no room for what it was asked to write, or `null` for anything else. */
function outOfRoom(error: Error): string | null {
  const {status = propertyOf(error.cause, 'statusCode')} = error as {status?: unknown}
  if (status !== 507) return null
  return 'The lake has no room left on its disk, and nothing of the last write was kept. Make room, then run this again.'
}

/** No fault of the network, though a connection could not be made. */
function tooManyFiles(error: Error): string | null {
  const code = propertyOf(error, 'code') ?? propertyOf(propertyOf(error.cause, 'cause'), 'code')
  return code === 'EMFILE' || code === 'ENFILE' ? hindranceOf({code}) : null
}

function lakeFailure(error: SourceError, {host, projectId, dataset, token, access}: Lake): string {
  const cause = error.cause
  const place = `dataset "${dataset}" of project "${projectId}"`
  const status = propertyOf(error, 'status') ?? propertyOf(cause, 'statusCode')
  if (typeof status === 'number') {
    const said = `(HTTP ${status}: ${firstLine(cause)})`
    if (status === 401 || status === 403) {
      const {tokenName, right} = access
      return token
        ? `Sanity refuses the request ${said}. Check that the token in ${tokenName} may ${right} the ${place}.`
        : `Sanity refuses the request ${said}. Set ${tokenName} to a token that may ${right} the ${place}.`
    }
    if (status === 404) return `Sanity knows no ${place} ${said}. Check --project and --dataset.`
    const seconds = error instanceof ContentUnavailableError ? error.retryAfter : null
    const later = seconds === null ? 'Wait a minute, then try again.' : `Wait ${seconds} seconds, then try again.`
    if (status === 429) return `Sanity was asked too often ${said}. ${later}`
    if (status >= 500) return `Sanity has a problem of its own ${said}. Try again in a minute.`
    return `Sanity does not accept the request ${said}. Check --project, --dataset and --api-host.`
  }
  if (error instanceof ContentTimeoutError || propertyOf(cause, 'name') === 'TimeoutError') {
    return `${host} did not answer in time. Check your network and --api-host, then try again.`
  }
  const reason =
    propertyOf(error, 'code') ??
    propertyOf(propertyOf(cause, 'cause'), 'code') ??
    propertyOf(propertyOf(cause, 'cause'), 'message')
  if (typeof reason === 'string' && !(error instanceof ContentResponseError)) {
    return `${host} cannot be reached for project "${projectId}" (${reason}). Check your network, --project and --api-host.`
  }
  const isShown = error instanceof ContentResponseError && error.contentType !== null
  const sent = isShown ? ` It sent ${error.contentType}: ${error.excerpt}` : ''
  return `${host} answers, but not as Sanity does. Check --api-host and the network between: a login page may be in the way.${sent.replaceAll('\n', ' ')}`
}

const propertyOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined

const firstLine = (cause: unknown): string =>
  (String(propertyOf(cause, 'message') ?? 'no reason given').split('\n', 1)[0] ?? '')
    // It holds the whole query, and helps nobody.
    .replace(/https?:\/\/\S+/g, 'Sanity')
    .slice(0, longestReason)
