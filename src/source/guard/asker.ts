import type {Source, SourceOptions} from '../source.ts'
import {Unusable} from './fault.ts'

/** Asks once. Throws what the source throws, and `Unusable` where there is no result. */
export type Asker = Source['fetch']

interface Request {
  fetch?: typeof fetch
}

type Send = (request: Request) => Promise<unknown>
type RequestHandler = (request: Request, send: Send) => Promise<unknown>

/** What is needed of a `@sanity/client`. */
export interface Client extends Source {
  config(): {
    url?: string
    projectId?: string
    dataset?: string
    token?: string
    requestHandler?: RequestHandler
  }
  withConfig(config: {requestHandler: RequestHandler}): Client
}

export const isClient = (source: object): source is Client => 'withConfig' in source

/** What the source gives, or `Unusable` thrown where that is no result. */
export const askerOf = (source: Source): Asker =>
  isClient(source)
    ? (...question) => askClient(source, ...question)
    : async (...question) => {
        const answer = await source.fetch(...question)
        if (answer === undefined) throw new Unusable(answer, null)
        return answer
      }

/**
 * A client is asked for its whole answer, since it takes a broken one for a result that is `undefined`. That it asks again by
 * itself, and what kind of body came, is only to be had where its requests are sent: a handler of ours does that, on a copy.
 */
const askClient = async (client: Client, query: string, params: Record<string, unknown>, options: SourceOptions) => {
  let contentType: string | null = null
  const withResult = (answer: unknown): {result: unknown} => {
    if (Object(answer).result === undefined) throw new Unusable(answer, contentType)
    return answer as {result: unknown}
  }
  const sendOnce = async (request: Request, send: Send) => {
    const transport = request.fetch ?? fetch
    const noting: typeof fetch = async (...given) => {
      const response = await transport(...given)
      contentType = response.headers.get('content-type')
      return response
    }
    return withResult(await send({...request, ...{maxRetries: 0, fetch: noting}}))
  }
  const own = client.config().requestHandler
  const copy = client.withConfig({
    requestHandler: own ? (request, send) => own(request, (changed) => sendOnce(changed, send)) : sendOnce,
  })
  const whole = {...options, filterResponse: false}
  return withResult(await copy.fetch(query, params, whole)).result
}
