import {
  ContentAccessError,
  ContentResponseError,
  ContentTimeoutError,
  ContentUnavailableError,
  FailedError,
  type SourceError,
} from '../../errors.ts'
import {isClient} from './asker.ts'
import type {Fault, Unusable} from './fault.ts'
import {hider, shownError} from './secrets.ts'
import {tried} from './tried.ts'

const longestExcerpt = 200

/** What to tell about the last fault of a call: what happened, where, and what to do. Names no secret. */
export function errorOf(source: object, {kind, status, retryAfter, error}: Fault, attempts: number): SourceError {
  const {url, projectId, dataset, token} = isClient(source) ? source.config() : {}
  const hide = hider(token)
  const shown = shownError(error, hide)
  const unusable = error as Unusable
  const excerpt = hide(kind === 'body' ? unusable.body : shown.message).slice(0, longestExcerpt)
  const seconds = retryAfter && Math.ceil(retryAfter / 1000)
  const busy = ['cannot answer now', `Try again in ${seconds ? `${seconds} s` : 'a minute'}.`]
  const [what, advice, Type = ContentUnavailableError] = {
    timeout: ['did not answer in time', 'Check the network or allow more time.', ContentTimeoutError],
    network: ['cannot be reached', 'Check the network, projectId, apiHost and, in a browser, CORS origins.'],
    limit: busy,
    trouble: busy,
    body: ['did not answer as Sanity does', 'Check apiHost and for a login page.', ContentResponseError],
    access: ['refused', 'Check projectId, dataset and what the token may read.', ContentAccessError],
    other: ['did not answer', 'Check how it is asked.', FailedError],
  }[kind] as [what: string, advice: string, typeof FailedError?]
  const contentType = tried(() => hide(unusable.contentType as string))
  const code = tried(() => hide((error as {cause: {code: string}}).cause.code))
  const details = [
    url && `dataset "${dataset}" of project "${projectId}"`,
    status && `HTTP ${status}`,
    contentType,
    code,
    excerpt.split('\n')[0],
    `requests made: ${attempts}`,
  ]
  return new Type(
    `${url ? new URL(url).host : 'The source'} ${what}: ${details.filter(Boolean).join(', ')}. ${advice}`,
    // A client has a token, and its errors hold answers that may repeat it; those of others are their own matter.
    {attempts, status, code, retryAfter: seconds, contentType, excerpt, cause: url ? shown : error},
  )
}
