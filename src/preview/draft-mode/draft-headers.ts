/** What a page must carry, in a session (`isDraft`) and without one. `studios` are origins that may frame it. */
export function pageHeaders(isDraft: boolean, studios: readonly string[]): Record<string, string> {
  const shared = {Vary: 'Cookie', 'Content-Security-Policy': ["frame-ancestors 'self'", ...studios].join(' ')}
  return isDraft ? {'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex', ...shared} : shared
}

/** The same for the answers of the handlers, whose address may have the secret in it: the next page is not told. */
export const handlerHeaders = (studios: readonly string[]): Record<string, string> => ({
  ...pageHeaders(true, studios),
  'Referrer-Policy': 'no-referrer',
})
