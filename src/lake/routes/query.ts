import type {Perspective} from '../../dataset/perspective.ts'
import {badRequest, refused} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import {unauthorized} from '../http/server.ts'
import type {Parts} from '../lake.ts'
import {isAboutEveryVersion} from '../rules.ts'
import {syncTags} from '../stream/live.ts'

const longestQuery = 64_000
/** Whoever has not shown the token gets less of everybody's time. */
const largestBody = {open: 256_000, trusted: 1_000_000}
const mostParams = 500
const mostReleases = 50

export const queryRoutes = (parts: Parts): Route[] => {
  const path = '/data/query/:dataset'
  const handle = (exchange: Exchange) => answer(parts, exchange)
  return [api('GET', path, 'open', handle), api('POST', path, 'open', handle)]
}

async function answer({answers}: Parts, exchange: Exchange): Promise<Reply> {
  const {query, params} = await questionIn(exchange)
  if (typeof query !== 'string' || query === '') throw badRequest('There is no query.')
  if (Buffer.byteLength(query) > longestQuery)
    throw refused(413, 'Payload Too Large', 'The query is longer than 64 KB.')
  if (Object.keys(params).length > mostParams) throw badRequest(`There are more than ${mostParams} parameters.`)
  assertNoSourceMap(exchange)
  const start = performance.now()
  const {json, dependencies} = await answers.ask({
    query,
    params,
    perspective: perspectiveOf(exchange),
    isPublic: !exchange.isTrusted,
  })
  const ms = Math.round(performance.now() - start)
  const told = exchange.search.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
  return {body: `{${told}"result":${json},"syncTags":${JSON.stringify(syncTags(dependencies))},"ms":${ms}}`}
}

/** An answer without the map that was asked for would look as if nothing in it could be edited. */
function assertNoSourceMap({search}: Exchange): void {
  if ((search.get('resultSourceMap') ?? 'false') === 'false') return
  throw badRequest(
    'This lake makes no source maps of answers, so there is nothing for stega to mark. Ask without them: {stega: false, resultSourceMap: false} in @sanity/client.',
  )
}

async function questionIn(exchange: Exchange): Promise<{query: unknown; params: Record<string, unknown>}> {
  if (exchange.method !== 'POST') return {query: exchange.search.get('query'), params: exchange.queryParams()}
  const {query, params} = await exchange.object(exchange.isTrusted ? largestBody.trusted : largestBody.open)
  if (params === undefined || params === null) return {query, params: {}}
  if (typeof params !== 'object' || Array.isArray(params)) throw badRequest('"params" must be a JSON object.')
  return {query, params: params as Record<string, unknown>}
}

/** Without the token there is only what is published. Throws where more was asked for by name. */
export function perspectiveOf({search, version, isTrusted}: Exchange): Perspective {
  const named = search.get('perspective')
  if (named === null || named === '') {
    return isAboutEveryVersion(version) && isTrusted ? 'raw' : 'published'
  }
  const name = named === 'previewDrafts' ? 'drafts' : named
  if (name === 'published') return name
  if (!isTrusted) throw unauthorized()
  if (name === 'raw' || name === 'drafts') return name
  const releases = name.split(',')
  if (
    releases.length <= mostReleases &&
    releases.every((release) => /^[\w-]{1,64}$/.test(release)) &&
    !releases.includes('raw')
  )
    return releases
  throw badRequest(
    `There is no perspective "${named.slice(0, 80)}". Use published, drafts, raw or names of up to ${mostReleases} releases.`,
  )
}
