import {placeOf, storedIdIn} from '../../dataset/perspective.ts'
import {badRequest} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import type {Parts} from '../lake.ts'
import type {Store} from '../store/store.ts'
import type {Transaction} from '../store/transaction.ts'
import {effects} from '../stream/mutation-event.ts'
import {idsIn} from './documents.ts'

const mostTransactions = 100

/** What the Studio's review panel reads: who changed what, and how a document was before. */
export const historyRoutes = (parts: Parts): Route[] => [
  api('GET', '/data/history/:dataset/transactions/:ids', 'token', (exchange) => transactions(parts, exchange)),
  api('GET', '/data/history/:dataset/documents/:ids', 'token', (exchange) => revisions(parts, exchange)),
  api('GET', '/data/history/:dataset/events/documents/:ids', 'token', (exchange) => events(parts, exchange)),
]

const limitIn = ({search}: Exchange): number => {
  const limit = Number(search.get('limit') ?? mostTransactions)
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, mostTransactions) : mostTransactions
}

function transactions({store}: Parts, exchange: Exchange): Reply {
  const ids = idsIn(exchange)
  const bound = (name: string) => {
    const id = exchange.search.get(name)
    return id ? store.seqOf(id) : null
  }
  const range = {from: bound('fromTransaction') ?? 0, to: bound('toTransaction') ?? store.seq}
  const isReversed = exchange.flag('reverse')
  const found = store.transactionsOf(ids, {...range, limit: limitIn(exchange), isReversed})
  const lines = found.map(({id, author, timestamp, changes}) => {
    const own = changes.filter(({documentId}) => ids.includes(documentId))
    const told = own.map((change) => `${JSON.stringify(change.documentId)}:${effects(change)}`)
    const head = JSON.stringify({
      id,
      timestamp,
      author,
      mutations: [],
      documentIDs: own.map(({documentId}) => documentId),
    })
    return `${head.slice(0, -1)},"effects":{${told.join(',')}}}\n`
  })
  return {headers: {'Content-Type': 'application/x-ndjson'}, body: lines.join('')}
}

function revisions({store}: Parts, exchange: Exchange): Reply {
  const {search} = exchange
  const revision = search.get('revision')
  const seq = revision === null ? null : store.seqOf(revision)
  const at = search.get('time')
  const moment = at === null ? new Date() : new Date(at)
  if (Number.isNaN(moment.getTime())) throw badRequest('The time is no date.')
  const bodies = idsIn(exchange).map((id) => {
    if (exchange.flag('lastRevision')) return store.lastBody(id)
    if (revision !== null) return seq === null ? null : bodyAt(store, id, seq)
    return store.bodyAt(id, {at: moment.toISOString()})
  })
  // The published one stands for its draft too, and is told once.
  const found = new Set(bodies.filter((body) => body !== null))
  return {body: `{"documents":[${[...found].join(',')}]}`}
}

/**
 * A document at a revision. The Studio asks for the draft also where the revision made what is published: a document that
 * a lake began with, or that was loaded, has never been a draft.
 */
function bodyAt(store: Store, id: string, seq: number): string | null {
  const body = store.bodyAt(id, {seq})
  const place = placeOf(id)
  return body ?? (place && place.id !== id ? store.bodyAt(place.id, {seq}) : null)
}

function events({store}: Parts, exchange: Exchange): Reply {
  const [asked = ''] = idsIn(exchange)
  const id = placeOf(asked)?.id ?? asked
  const cursor = Number(exchange.search.get('nextCursor') ?? Number.NaN)
  const limit = limitIn(exchange)
  const to = Number.isInteger(cursor) ? cursor - 1 : store.seq
  const ids = [id, storedIdIn('drafts', id)]
  const found = store.transactionsOf(ids, {from: 0, to, limit, isReversed: true})
  const told = found.flatMap((transaction) => eventsOf(transaction, id))
  const nextCursor = found.length === limit ? String(found.at(-1)?.seq) : ''
  return {body: JSON.stringify({events: {[asked]: told}, nextCursor})}
}

/** What a transaction meant for a document and its draft. Edits of drafts are read from the transactions themselves. */
function eventsOf({id: revisionId, author, timestamp, changes}: Transaction, documentId: string): object[] {
  const versionId = storedIdIn('drafts', documentId)
  const published = changes.find((change) => change.documentId === documentId)
  const draft = changes.find((change) => change.documentId === versionId)
  const revisionBefore = draft?.before ? JSON.parse(draft.before)._rev : revisionId
  const told = (type: string, facts: object) => ({type, documentId, author, timestamp, ...facts})
  const version = {versionId, versionRevisionId: revisionBefore}

  if (published?.after && draft && draft.after === null) {
    return [told('publishDocumentVersion', {revisionId, ...version, publishCause: 'document.publish'})]
  }
  if (published && published.after === null) {
    if (draft?.after) return [told('unpublishDocument', {versionId, versionRevisionId: revisionId})]
    return [told('deleteDocumentGroup', {})]
  }
  if (published) return [told(published.before === null ? 'createLiveDocument' : 'updateLiveDocument', {revisionId})]
  if (draft?.after === null) return [told('deleteDocumentVersion', version)]
  return draft?.before === null ? [told('createDocumentVersion', {versionId, versionRevisionId: revisionId})] : []
}
