/** A page of a site, asked as a proxy asks. */
export type Site = (request: Request) => Promise<Response>

interface Kept {
  status: number
  headers: [string, string][]
  body: string
  varied: [name: string, value: string | null][]
}

/**
 * A shared cache as RFC 9111 has it, in small: keeps what may be kept, tells requests apart by `Vary`, and asks again with
 * the `ETag` it knows once an answer is no longer fresh. It tells what it answered from what it kept.
 */
export function cachingProxy(site: Site) {
  const kept = new Map<string, Kept[]>()
  const matches = (request: Request) =>
    (kept.get(request.url) ?? []).find(({varied}) =>
      varied.every(([name, value]) => request.headers.get(name) === value),
    )
  return {
    kept: () => [...kept.values()].flat(),
    async answer(request: Request): Promise<{response: Response; isKept: boolean}> {
      const found = ['GET', 'HEAD'].includes(request.method) ? matches(request) : undefined
      if (found) {
        const body = request.method === 'HEAD' ? null : found.body
        return {response: new Response(body, {status: found.status, headers: found.headers}), isKept: true}
      }
      const response = await site(request)
      const body = await response.text()
      const control = response.headers.get('cache-control') ?? ''
      const vary = (response.headers.get('vary') ?? '').split(',').map((name) => name.trim())
      if (request.method === 'GET' && !/no-store|private/.test(control) && !vary.includes('*')) {
        const varied = vary.filter(Boolean).map((name): [string, string | null] => [name, request.headers.get(name)])
        const entry = {status: response.status, headers: [...response.headers], body, varied}
        kept.set(request.url, [...(kept.get(request.url) ?? []), entry])
      }
      return {response: new Response(body || null, {status: response.status, headers: response.headers}), isKept: false}
    },
  }
}
