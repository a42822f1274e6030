import type {Exchange, Reply} from './exchange.ts'

/** `null` where the route goes on by itself, as a stream does. */
export type Handler = (exchange: Exchange) => Promise<Reply | null> | Reply | null

/** `token`: only for those who have shown it. `open`: for programs without one too; the route sees who asks. */
export type Access = 'open' | 'token'

export interface Route {
  method: 'GET' | 'POST' | 'PUT'
  /** Parts that begin with `:` are parameters; `:version` stands for any API version. */
  path: string
  access: Access
  handle: Handler
}

/** A route of the API, whose paths begin with a version. */
export const api = (method: Route['method'], path: string, access: Access, handle: Handler): Route => ({
  ...{method, path: `/:version${path}`, access, handle},
})

/** What no other route is for: pages. */
export const anyOtherPath = '*'

export interface Match {
  route: Route
  params: Record<string, string>
}

/** Finds the route of a path; `allowed` tells the methods there are, where it is not this one. */
export function routerOf(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({route, pattern: patternOf(route.path)}))
  return (method: string, path: string): Match | {allowed: string[]} => {
    const found = compiled.flatMap(({route, pattern}) => {
      const groups = pattern.exec(path)?.groups
      return groups ? [{route, params: decoded(groups)}] : []
    })
    const wanted = method === 'HEAD' ? 'GET' : method
    return found.find(({route}) => route.method === wanted) ?? {allowed: found.map(({route}) => route.method)}
  }
}

function patternOf(path: string): RegExp {
  if (path === anyOtherPath) return /^\/(?!v[\w-]+\/)(?<path>.*)$/
  const parts = path.split('/').map((part) => {
    if (part === ':version') return 'v(?<version>[Xx1]|\\d{4}-\\d{2}-\\d{2})'
    return part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : part
  })
  return new RegExp(`^${parts.join('/')}/?$`)
}

const decoded = (groups: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)]
      } catch {
        return [name, value]
      }
    }),
  )
