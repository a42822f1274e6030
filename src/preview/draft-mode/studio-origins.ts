const plainOrigin = /^https?:\/\/(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d+)?$/

/** The origins of these addresses, each once. Throws `TypeError` for what is no plain web address. */
export const originsOf = (name: string, addresses: string | readonly string[] = []): string[] => [
  ...new Set([addresses].flat().map((address) => originOf(name, address))),
]

/** The origin of `https://example.sanity.studio/desk`, whose path is of no matter. Throws `TypeError`. */
export function originOf(name: string, address: string): string {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : null
  // A header takes ";" and "," for its own, and "*" for everybody.
  if (url !== null && plainOrigin.test(url.origin) && !url.username && !url.password) return url.origin
  throw new TypeError(
    `${name} must be a full web address without wildcards, such as https://example.sanity.studio, and not ${JSON.stringify(address)}.`,
  )
}

/**
 * Whether a browser takes the two for one site without a doubt: the same scheme and host, on any port. Subdomains of one
 * domain count as two sites, and what is made for two works for one.
 */
export function isSameSite(origin: string, other: string): boolean {
  const [one, two] = [new URL(origin), new URL(other)]
  return one.protocol === two.protocol && one.hostname === two.hostname
}
