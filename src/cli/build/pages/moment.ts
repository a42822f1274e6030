/** A time as the protocols of the web spell it, to the second: `2026-04-12T08:40:11Z`. `null` for what is no time. */
export function moment(time: string | null): string | null {
  const parsed = Date.parse(time ?? '')
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString().replace(/\.\d+Z$/, 'Z')
}
