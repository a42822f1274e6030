/** A number of years: `1 year`, `3 years`. */
export const years = (count: number): string => `${count} ${count === 1 ? 'year' : 'years'}`

/** A range of years as the page prints it: `1–3 years`, `6+ years`. Nothing while the start is missing. */
export function yearRange(from: unknown, to: unknown): string | undefined {
  if (typeof from !== 'number') return undefined
  if (typeof to !== 'number') return `${from}+ years`
  return from === to ? years(from) : `${from}–${to} years`
}
