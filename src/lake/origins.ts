import {badRequest} from './failure.ts'

// A policy takes ";" and "," for its own, which a host may hold.
const plain = /^https?:\/\/[\w.:[\]-]+$/

/** Throws `LakeError` for what is no origin of a page. */
export function assertOrigins(origins: readonly string[]): void {
  const bad = origins.find((origin) => URL.parse(origin)?.origin !== origin || !plain.test(origin))
  if (bad !== undefined) throw badRequest(`"${bad}" is no origin. Use the form http://localhost:3000.`)
}
