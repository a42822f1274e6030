import {randomUUID} from 'node:crypto'
import {badRequest, refused} from '../failure.ts'
import type {Exchange, Reply} from '../http/exchange.ts'
import {api, type Route} from '../http/router.ts'
import {author, type Parts, write} from '../lake.ts'
import {isTransactionId} from '../rules.ts'
import {act} from '../write/action.ts'
import {mutate, type Result} from '../write/mutation.ts'
import {transact} from '../write/transact.ts'
import type {Workspace} from '../write/workspace.ts'

const largestBody = 4_000_000
const mostSteps = 10_000
const mostTries = 3

export const writeRoutes = (parts: Parts): Route[] => [
  api('POST', '/data/mutate/:dataset', 'token', (exchange) => mutations(parts, exchange)),
  api('POST', '/data/actions/:dataset', 'token', (exchange) => actions(parts, exchange)),
]

async function mutations(parts: Parts, exchange: Exchange): Promise<Reply> {
  const body = await exchange.object(largestBody)
  const plain = stepsIn(body.mutations, 'mutations')
  const given = exchange.flag('autoGenerateArrayKeys') ? plain.map(withKeys) : plain
  const dryRun = exchange.flag('dryRun')
  const transactionId = transactionIdFrom(body.transactionId ?? exchange.search.get('transactionId'))
  const order = {transactionId, author, kind: 'mutationError', dryRun} as const

  for (let tries = 1; ; tries += 1) {
    const {seq} = parts.store
    const byId = await withIds(parts, given)
    // What was found must still be so when it is written.
    if (parts.store.seq !== seq && byId !== given && tries < mostTries) continue
    if (parts.store.seq !== seq && byId !== given) {
      throw refused(409, 'Conflict', 'Others were writing while the documents were looked for. Try again.')
    }
    const steps = byId.map((mutation) => (workspace: Workspace) => mutate(mutation, workspace))
    const {results, documentAfter} = dryRun ? transact(parts.store, {...order, steps}) : write(parts, {...order, steps})
    const withDocument = (result: Result) => ({...result, document: documentAfter(result.id)})
    if (exchange.flag('returnDocuments')) return told(transactionId, results.map(withDocument))
    return told(transactionId, exchange.flag('returnIds') ? results : [])
  }
}

const told = (transactionId: string, results: object[]): Reply => ({body: JSON.stringify({transactionId, results})})

async function actions(parts: Parts, exchange: Exchange): Promise<Reply> {
  const body = await exchange.object(largestBody)
  const steps = stepsIn(body.actions, 'actions').map((action) => (workspace: Workspace) => act(action, workspace))
  const transactionId = transactionIdFrom(body.transactionId)
  const order = {transactionId, author, kind: 'actionError', dryRun: body.dryRun === true, steps} as const
  write(parts, order)
  return {body: JSON.stringify({transactionId})}
}

function stepsIn(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw badRequest(`The body has no list of ${name}.`)
  if (value.length > mostSteps) throw refused(413, 'Payload Too Large', `There are more than ${mostSteps} ${name}.`)
  return value
}

function transactionIdFrom(given: unknown): string {
  if (given === undefined || given === null) return randomUUID()
  if (typeof given === 'string' && isTransactionId(given)) return given
  throw badRequest('The transactionId must be 1 to 128 letters, digits, dots, dashes and underscores.')
}

/** The same, with a key for each object in a list that has none. */
function withKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withKeys(child)]))
  return value.map(withKeys).map((item) => {
    const isKeyless = typeof item === 'object' && item !== null && !Array.isArray(item) && !('_key' in item)
    return isKeyless ? {_key: randomUUID().slice(-12), ...item} : item
  })
}

/** The same mutations, each that asks by query for every document it finds. */
async function withIds({answers}: Parts, given: unknown[]): Promise<unknown[]> {
  if (!given.some((mutation) => queryIn(mutation))) return given
  const lists = await Promise.all(
    given.map(async (mutation) => {
      const found = queryIn(mutation)
      if (!found) return [mutation]
      const {name, query, params, rest} = found
      const {json} = await answers.ask({query: `array::unique((${query}\n)[]._id)`, params, perspective: 'raw'})
      const ids: unknown[] = JSON.parse(json) ?? []
      return ids.map((id) => ({[name]: {...rest, id, ...(name === 'patch' && {ifExists: true})}}))
    }),
  )
  return lists.flat()
}

function queryIn(mutation: unknown) {
  const [[name, value] = ['', null]] = Object.entries(mutation ?? {})
  if ((name !== 'patch' && name !== 'delete') || typeof value !== 'object' || value === null) return null
  const {query, params = {}, ...rest} = value as Record<string, unknown>
  return typeof query === 'string' ? {name, query, params: params as Record<string, unknown>, rest} : null
}
