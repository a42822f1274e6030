/** What every answer of the handlers carries: not kept, not indexed, and its address, with the secret, told to nobody. */
export const handlerHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  Vary: 'Cookie',
}

/** What a page must carry, in a session (`isDraft`) and without one. `studios` are origins that may frame it. */
export function pageHeaders(isDraft: boolean, studios: readonly string[]): Record<string, string> {
  const shared = {Vary: 'Cookie', 'Content-Security-Policy': ["frame-ancestors 'self'", ...studios].join(' ')}
  return isDraft ? {'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex', ...shared} : shared
}
