/** Addresses of pages are made by adding a path, so the site's own may hold nothing that comes after one. */
export function siteUrlProblem(address: unknown): string | true {
  const [after] = typeof address === 'string' ? (address.match(/[?#]/) ?? []) : []
  return after === undefined || `Leave out the “${after}” and what follows it: https://example.com.`
}
