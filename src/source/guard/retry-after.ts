// Some thirty years: so many digits may come that their number is Infinity.
const longest = 1e9

/** Milliseconds that a server asks to wait before the next request; `null` where it says nothing one can use. */
export function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('retry-after') ?? ''
  const wait = /^\d+$/.test(value) ? Math.min(longest, Number(value)) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}
