const longest = 16_384
const mostValues = 8
const token = /^[\w!#$%&'*+.^`|~-]{1,128}$/

/** A cookie of the whole site that no script can read. */
export interface Cookie {
  name: string
  value: string
  /** Seconds. */
  maxAge: number
  /** It must also come along where a page of another site shows this one. Browsers then take it by https, or on localhost. */
  isCrossSite: boolean
  isSecure: boolean
}

export function setCookie({name, value, maxAge, isCrossSite, isSecure}: Cookie): string {
  const kept = `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly`
  if (isCrossSite) return `${kept}; Secure; SameSite=None; Partitioned`
  return isSecure ? `${kept}; Secure; SameSite=Lax` : `${kept}; SameSite=Lax`
}

/** A browser keeps a cookie for use within one other site apart from that of the same name: both are removed. */
export const clearCookies = (name: string, isSecure: boolean): string[] =>
  [false, true].map((isCrossSite) => setCookie({name, value: '', maxAge: 0, isCrossSite, isSecure}))

/** All that a `Cookie` header has under this name: there may be two, see above. */
export function cookieValues(header: string | null | undefined, name: string): string[] {
  if (typeof header !== 'string' || header.length > longest) return []
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
    .slice(0, mostValues)
}

/** Throws `TypeError` for a name that would break the header. */
export function cookieNameOf(name: string): string {
  if (token.test(name)) return name
  throw new TypeError(`cookieName must be letters, digits and signs such as "-", and not ${JSON.stringify(name)}.`)
}
