import {badRequest, refused} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import type {Route} from '../http/router.ts'
import {author, type Parts} from '../lake.ts'

const user = {
  ...{id: author, name: 'You', email: 'you@localhost', provider: 'local', profileImage: null, role: 'administrator'},
  roles: [{name: 'administrator', title: 'Administrator', description: 'May read and write everything'}],
}
const permissions = ['read', 'create', 'update', 'history', 'editHistory', 'manage']
const everything = [{filter: '_id in path("**")', permissions}]
const largestPreferences = 100_000

const answering = (method: Route['method'], path: string, access: Route['access'], handle: Route['handle']): Route => ({
  ...{method, path: `/:version${path}`, access, handle},
})
const json = (value: unknown): Reply => ({body: JSON.stringify(value)})

/** Who is at this computer, what they may do, how they like their Studio, and how they come in. */
export const accountRoutes = (parts: Parts): Route[] => [
  answering('GET', '/users/me', 'token', () => json(user)),
  answering('GET', '/users/:id', 'token', ({params}) => json({...user, id: params.id})),
  answering('GET', '/users/me/keyvalue/:keys', 'token', (exchange) => preferences(parts, exchange)),
  answering('PUT', '/users/me/keyvalue', 'token', (exchange) => keepPreferences(parts, exchange)),
  answering('GET', '/auth/id', 'token', () => json({id: user.id})),
  answering('GET', '/auth/fetch', 'open', (exchange) => session(parts, exchange)),
  answering('GET', '/auth/providers', 'open', () => json({providers: []})),
  answering('GET', '/projects/:project/datasets/:dataset/acl', 'token', () => json(everything)),
  answering('GET', '/check/cors', 'open', () => json({result: {allowed: true, withCredentials: true}})),
  // What the Studio asks of the hosted service only: there is none of it, which is no error.
  answering('GET', '/projects/:project', 'token', ({params}) =>
    json({id: params.project, displayName: params.project, members: []}),
  ),
  answering('GET', '/projects/:project/datasets', 'token', () => json([])),
  answering('GET', '/ping', 'open', () => json({pong: true})),
  answering('GET', '/projects/:project/grants', 'token', () => json({})),
  answering('GET', '/projects/:project/user-applications', 'token', () => json([])),
  answering('GET', '/features', 'token', () => json([])),
  answering('GET', '/journey/:topic', 'token', () => json(null)),
  answering('GET', '/help', 'token', () => json({})),
]

function session({identity, project}: Parts, {search}: Exchange): Reply {
  if (!identity.openSession(search.get('sid') ?? '')) {
    throw refused(401, 'Unauthorized', 'This address was used before. Start the lake anew for a fresh one.')
  }
  return {...json({token: identity.token}), headers: {'Set-Cookie': identity.cookieFor(`${project}.localhost`)}}
}

const preference = (key: string): string => `preference:${key}`

function preferences({store}: Parts, {params}: Exchange): Reply {
  const keys = (params.keys ?? '').split(',').slice(0, 100)
  return json(keys.map((key) => ({key, value: JSON.parse(store.fact(preference(key)) ?? 'null')})))
}

async function keepPreferences({store}: Parts, exchange: Exchange): Promise<Reply> {
  const pairs = await exchange.json(largestPreferences)
  if (!Array.isArray(pairs)) throw badRequest('The body must be a list of pairs of key and value.')
  for (const {key, value} of pairs) {
    if (typeof key !== 'string' || key.length > 200) throw badRequest('A key must be a text of 200 letters at most.')
    store.keepFact(preference(key), JSON.stringify(value ?? null))
  }
  return json(pairs)
}
