import {badRequest} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import type {Parts} from '../lake.ts'
import {isDocumentId, isPublicId} from '../rules.ts'

const mostIds = 1000

export const documentRoutes = (parts: Parts): Route[] => [
  api('GET', '/data/doc/:dataset/:ids', 'open', (exchange) => documentsById(parts, exchange)),
  api('GET', '/data/export/:dataset', 'token', (exchange) => exported(parts, exchange)),
]

/** The ids of a path, parted by commas. */
export function idsIn({params}: Exchange): string[] {
  const ids = [...new Set((params.ids ?? '').split(','))]
  const bad = ids.find((id) => !isDocumentId(id))
  if (bad !== undefined) throw badRequest(`Malformed document ID: ${JSON.stringify(bad.slice(0, 140))}`)
  if (ids.length > mostIds) throw badRequest(`Ask for ${mostIds} documents at most.`)
  return ids
}

function documentsById({store}: Parts, exchange: Exchange): Reply {
  const omitted: object[] = []
  const documents = idsIn(exchange).flatMap((id) => {
    const isAllowed = exchange.isTrusted || isPublicId(id)
    const body = isAllowed ? store.body(id) : null
    if (body !== null) return [exchange.flag('excludeContent') ? bare(body) : body]
    omitted.push({id, reason: isAllowed ? 'existence' : 'permission'})
    return []
  })
  return {body: `{"documents":[${documents.join(',')}],"omitted":${JSON.stringify(omitted)}}`}
}

function bare(body: string): string {
  const {_id, _type, _rev, _createdAt, _updatedAt} = JSON.parse(body)
  return JSON.stringify({_id, _type, _rev, _createdAt, _updatedAt})
}

/** Every document, one a line, as the hosted service exports a dataset. */
function exported({store}: Parts, exchange: Exchange): Reply {
  const types = exchange.search.get('types')?.split(',')
  const lines = [...store.bodies()].filter((body) => !types || types.includes(JSON.parse(body)._type))
  return {headers: {'Content-Type': 'application/x-ndjson'}, body: lines.map((line) => `${line}\n`).join('')}
}
