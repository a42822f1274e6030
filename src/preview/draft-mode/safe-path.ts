import {
  urlSearchParamPreviewPathname,
  urlSearchParamPreviewPerspective,
  urlSearchParamPreviewSecret,
} from '@sanity/preview-url-secret/constants'

const home = '/'
const longest = 2048
const neverInPath = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\\]/u
const leadsAway = /^[/\\]{2}/
const linkParameters = [urlSearchParamPreviewSecret, urlSearchParamPreviewPathname, urlSearchParamPreviewPerspective]

/**
 * Where to send somebody within this site: a path with its query and fragment, or `/` for everything that could lead
 * elsewhere or would take the secret along.
 */
export function safePath(path: string | null, origin: string, secret: string | null = null): string {
  if (path === null || path.length > longest || !path.startsWith('/') || neverInPath.test(path)) return home
  const target = resolved(path, origin)
  if (target === null) return home
  for (const name of linkParameters) if (target.searchParams.has(name)) target.searchParams.delete(name)
  const location = `${target.pathname}${target.search}${target.hash}`
  return staysOn(origin, location) && !tells(location, secret) ? location : home
}

function resolved(path: string, origin: string): URL | null {
  return URL.canParse(path, origin) ? new URL(path, origin) : null
}

/** Decided by the text that is sent, since resolving `/.//elsewhere` gives another one than it was. */
function staysOn(origin: string, location: string): boolean {
  const read = resolved(location, origin)
  if (read === null || read.origin !== origin || neverInPath.test(location)) return false
  return !leadsAway.test(location) && !leadsAway.test(decoded(location))
}

const tells = (location: string, secret: string | null): boolean =>
  secret !== null && (location.includes(secret) || decoded(location).includes(secret))

/** The signs that an address of ASCII can hide. One at a time, so that an escape that is none hides no other. */
const decoded = (location: string): string =>
  location.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
