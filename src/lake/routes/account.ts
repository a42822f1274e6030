import {isChallenge, proofOf} from '../../loopback/proof.ts'
import {badRequest, refused} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import {author, type Parts} from '../lake.ts'

const user = {
  ...{id: author, name: 'You', email: 'you@localhost', provider: 'local', profileImage: null, role: 'administrator'},
  roles: [{name: 'administrator', title: 'Administrator', description: 'May read and write everything'}],
}
const permissions = ['read', 'create', 'update', 'history', 'editHistory', 'manage']
const everything = [{filter: '_id in path("**")', permissions}]
const largestPreferences = 100_000
/** As many as the Studio asks for at once. */
const mostUsers = 400

const json = (value: unknown): Reply => ({body: JSON.stringify(value)})

/** Who is at this computer, what they may do, how they like their Studio, and how they come in. */
export const accountRoutes = (parts: Parts): Route[] => [
  api('GET', '/users/me', 'token', () => json(user)),
  api('GET', '/users/:ids', 'token', (exchange) => users(parts, exchange)),
  api('GET', '/users/me/keyvalue/:keys', 'token', (exchange) => preferences(parts, exchange)),
  api('PUT', '/users/me/keyvalue', 'token', (exchange) => keepPreferences(parts, exchange)),
  api('GET', '/auth/id', 'token', () => json({id: user.id})),
  api('GET', '/auth/fetch', 'open', (exchange) => session(parts, exchange)),
  api('GET', '/auth/providers', 'open', () => json({providers: []})),
  api('GET', '/projects/:project/datasets/:dataset/acl', 'token', () => json(everything)),
  api('GET', '/check/cors', 'open', () => json({result: {allowed: true, withCredentials: true}})),
  // What the Studio asks of the hosted service only: there is none of it, which is no error.
  api('GET', '/projects/:project', 'token', ({params}) =>
    json({id: params.project, displayName: params.project, members: []}),
  ),
  api('GET', '/projects/:project/datasets', 'token', () => datasets(parts)),
  api('GET', '/datasets', 'token', () => datasets(parts)),
  api('GET', '/ping', 'open', (exchange) => ping(parts, exchange)),
  api('GET', '/projects/:project/grants', 'token', () => json({})),
  api('GET', '/projects/:project/user-applications', 'token', () => json([])),
  api('GET', '/features', 'token', () => json([])),
  api('GET', '/journey/:topic', 'token', () => json(null)),
  api('GET', '/help', 'token', () => json({})),
  api('GET', '/intake/:topic', 'token', () => json({status: 'denied'})),
]

/** The one that runs, in the words of the hosted service. */
const datasets = ({dataset}: Parts): Reply =>
  json([
    {name: dataset, aclMode: 'private', datasetProfile: 'content', tags: [], features: [], createdByUserId: author},
  ])

/** Proves that this lake knows its token, where somebody asks. */
function ping({identity, url}: Parts, {search}: Exchange): Reply {
  const challenge = search.get('challenge') ?? ''
  return json({pong: true, ...(isChallenge(challenge) && {proof: proofOf(identity.token, challenge, url)})})
}

/** Whoever has written here was this person. Of several ids, those that are known are told of. */
function users({store}: Parts, {params}: Exchange): Reply {
  const ids = (params.ids ?? '').split(',').slice(0, mostUsers)
  const known = ids.filter((id) => id === author || store.hasAuthor(id)).map((id) => ({...user, id}))
  if (ids.length > 1) return json(known)
  if (known.length === 0) throw refused(404, 'Not Found', 'Nobody of this id has written to this lake.')
  return json(known[0])
}

function session({identity}: Parts, {search}: Exchange): Reply {
  if (identity.openSession(search.get('sid') ?? '')) return json({token: identity.token})
  throw refused(401, 'Unauthorized', 'This address was used before. Where the lake was started, there is a new one.')
}

const preference = (key: string): string => `preference:${key}`

function preferences({store}: Parts, {params}: Exchange): Reply {
  const keys = (params.keys ?? '').split(',').slice(0, 100)
  return json(keys.map((key) => ({key, value: JSON.parse(store.fact(preference(key)) ?? 'null')})))
}

async function keepPreferences({store}: Parts, exchange: Exchange): Promise<Reply> {
  const pairs = await exchange.json(largestPreferences)
  if (!Array.isArray(pairs) || !pairs.every(isPair)) {
    throw badRequest('The body must be a list of pairs of key and value, each key a text of 200 letters at most.')
  }
  for (const {key, value} of pairs) store.keepFact(preference(key), JSON.stringify(value ?? null))
  return json(pairs)
}

function isPair(pair: unknown): pair is {key: string; value?: unknown} {
  const {key} = (pair ?? {}) as {key?: unknown}
  return typeof key === 'string' && key.length <= 200
}
