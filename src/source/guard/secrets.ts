import {tried} from './tried.ts'

// A shorter one is none, and would be found inside of words.
const shortest = 8

/** Takes secrets out of a text: this token, however it is written, or, where it is not known, what looks like one. */
export function hider(token = ''): (text: string) => string {
  if (token.length < shortest) return (text) => text.replaceAll(/\bsk\w{16,}/g, '[token]')
  const inForm = new URLSearchParams([['', token]]).toString().slice(1)
  const encoded = [encodeURIComponent(token), inForm].flatMap((form) => [form, form.replaceAll(/%../g, lowerCase)])
  const forms = [...new Set([token, ...encoded, JSON.stringify(token).slice(1, -1), ...inBase64(token)])]
  forms.sort((one, other) => other.length - one.length)
  return (text) => forms.reduce((hidden, form) => hidden.replaceAll(form, '[token]'), text)
}

const lowerCase = (text: string): string => text.toLowerCase()

/**
 * The letters that are the token's alone, wherever it begins in what was encoded: of each three bytes four letters are made, so
 * there are three ways, in both alphabets.
 */
function inBase64(token: string): string[] {
  const bytes = new TextEncoder().encode(token)
  return [0, 1, 2].flatMap((before) => {
    const padded = String.fromCharCode(...new Uint8Array(before), ...bytes)
    const letters = btoa(padded).slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [letters, letters.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** The error as it can be shown: what it says and where it came from, without the request and the answer it may hold. */
export function shownError(error: unknown, hide: (text: string) => string, depth = 4): Error {
  const thrown = error as Error
  const cause = tried(() => thrown.cause)
  const message = tried(() => hide(String(thrown?.message ?? error)))
  const shown = new Error(message ?? '', cause && depth ? {cause: shownError(cause, hide, depth - 1)} : {})
  shown.stack = tried(() => hide(thrown.stack as string)) ?? ''
  return shown
}
