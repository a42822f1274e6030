const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** What a request may name as its host: this server, by one of these names and its own port. */
export const ownHosts = (port: number, names: readonly string[] = []): string[] =>
  [...loopbackNames, ...names].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])])

/**
 * The host a request names, or `null` where it names none, several, or none of these. A web page elsewhere could have
 * its own name lead here and read along, if any host would do.
 */
export function allowedHost(rawHeaders: readonly string[], hosts: readonly string[]): string | null {
  const named = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  const host = named.length === 1 ? (named[0]?.toLowerCase() ?? null) : null
  return host !== null && hosts.includes(host) ? host : null
}
