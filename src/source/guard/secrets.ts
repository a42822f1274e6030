import {tried} from './tried.ts'

// A shorter one is none, and would be found inside of words.
const shortest = 8

/** Takes secrets out of a text: this token, or, where it is not known, what looks like one. */
export const hider =
  (token = '') =>
  (text: string): string =>
    text.replaceAll(token.length < shortest ? /\bsk\w{16,}/g : token, '[token]')

/** The error as it can be shown: what it says and where it came from, without the request and the answer it may hold. */
export function shownError(error: unknown, hide: (text: string) => string, depth = 4): Error {
  const thrown = error as Error
  const cause = tried(() => thrown.cause)
  const message = tried(() => hide(String(thrown?.message ?? error)))
  const shown = new Error(message ?? '', cause && depth ? {cause: shownError(cause, hide, depth - 1)} : {})
  shown.stack = tried(() => hide(thrown.stack as string)) ?? ''
  return shown
}
