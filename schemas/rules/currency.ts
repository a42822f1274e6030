/** A currency is an ISO 4217 code that `Intl` can print. */
export function currencyProblem(code: unknown): string | true {
  if (typeof code !== 'string' || code === '') return true
  const known = Intl.supportedValuesOf('currency')
  if (known.includes(code)) return true
  const capitals = code.trim().toUpperCase()
  if (known.includes(capitals)) return `Write it as ${capitals}.`
  return 'Use the three-letter ISO 4217 code, in capitals: USD, EUR.'
}
