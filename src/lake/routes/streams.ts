import {badRequest, refused} from '../failure.ts'
import type {Exchange} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import {unauthorized} from '../http/server.ts'
import type {Parts} from '../lake.ts'
import {isAboutEveryVersion} from '../rules.ts'

export const streamRoutes = (parts: Parts): Route[] => [
  api('GET', '/data/listen/:dataset', 'open', (exchange) => listen(parts, exchange)),
  api('GET', '/data/live/events/:dataset', 'open', (exchange) => live(parts, exchange)),
]

function listen({listeners}: Parts, exchange: Exchange): null {
  const {search, version, isTrusted} = exchange
  const query = search.get('query')
  if (!query) throw badRequest('There is no query to listen to.')
  if (exchange.flag('includeAllVersions') && !isTrusted) throw unauthorized()
  const filter = {query, params: exchange.queryParams()}
  const options = {
    includeResult: exchange.flag('includeResult'),
    includePreviousRevision: exchange.flag('includePreviousRevision'),
    includeMutations: search.get('includeMutations') !== 'false',
    includeEffects: search.get('effectFormat') === 'mendoza',
  }
  const includeAllVersions = isTrusted && (isAboutEveryVersion(version) || exchange.flag('includeAllVersions'))
  const since = exchange.flag('enableResume') ? exchange.header('last-event-id') : null
  const room = isTrusted ? listeners.trusted : listeners.others
  const subscription = {filter, options, includeAllVersions}
  if (!room.hasRoom(subscription))
    throw refused(
      503,
      'Service Unavailable',
      'Too many different listeners without the token. Close some, then try again.',
    )
  const stream = exchange.stream()
  // It goes on by itself, and where it cannot, the listener comes back.
  room.add(stream, subscription, since).catch(() => stream.end())
  return null
}

function live({live, store}: Parts, exchange: Exchange): null {
  const includeDrafts = exchange.flag('includeDrafts')
  if (includeDrafts && !exchange.isTrusted) throw unauthorized()
  live.add(exchange.stream(), {includeDrafts}, {since: exchange.header('last-event-id'), seq: store.seq})
  return null
}
