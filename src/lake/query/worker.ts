import {GroqSyntaxError} from 'groq-js'
import {Dataset, type Dependencies} from '../../dataset/dataset.ts'
import {matches, readFilter} from '../../dataset/match.ts'
import type {StoredDocument} from '../../dataset/stored-document.ts'
import {isTimeout, within} from '../within.ts'
import type {DependencyName, Fault, Order, Reply} from './messages.ts'

/** Answers queries from its own copy of the documents, so that none can keep the server waiting. */
const isPatient = process.argv[2] === 'patient'
const largestAnswer = 64_000_000
const dataset = new Dataset()
/** Once all is read, what reading left behind is given back: it would stay as long as there is room. */
const tidying = setTimeout(() => globalThis.gc?.(), 500)
const reply = (message: Reply) => void process.send?.(message)

process.on('message', async (order: Order) => {
  if (order.kind === 'load') {
    for (const body of order.bodies) dataset.put(JSON.parse(body))
    tidying.refresh()
  }
  if (order.kind === 'change') {
    for (const {documentId, after} of order.changes) {
      if (after === null) dataset.delete(documentId)
      else dataset.put(JSON.parse(after))
    }
  }
  if (order.kind === 'ask') reply(await answerTo(order))
  if (order.kind === 'match') reply(matchesOf(order))
})

// It lives and ends with the server, which finishes what was begun when it is told to stop.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

async function answerTo({id, question: asked, asker, milliseconds}: Order & {kind: 'ask'}): Promise<Reply> {
  const question = {...asked, params: JSON.parse(asked.params)}
  const start = performance.now()
  const answer = (json: string, dependencies: Dependencies): Reply =>
    json.length > largestAnswer
      ? {id, kind: 'fault', message: 'The answer is larger than 64 MB. Ask for less.', position: null}
      : {id, kind: 'answer', json, dependencies: namesOf(dependencies), milliseconds: performance.now() - start}
  try {
    dataset.show(question)
    const [json, dependencies] = within(milliseconds, () => {
      const {result, dependencies} = dataset.answer(question, asker)
      return [JSON.stringify(result) ?? 'null', dependencies] as const
    })
    return answer(json, dependencies)
  } catch (error) {
    if (isTimeout(error)) return {id, kind: 'slow'}
    if (error instanceof GroqSyntaxError) return {id, kind: 'fault', ...faultOf(error)}
    if (!isPatient) return {id, kind: 'later'}
  }
  try {
    const {result, dependencies} = await dataset.answerLater(question, asker)
    return answer(JSON.stringify(result) ?? 'null', dependencies)
  } catch (error) {
    return {id, kind: 'fault', ...faultOf(error)}
  }
}

/** As many of the filters as there is time for. The first one has all of it, and is a fault where that is not enough. */
function matchesOf({id, filters, documents, milliseconds, isLast}: Order & {kind: 'match'}): Reply {
  const end = performance.now() + milliseconds
  const parsed = documents.map((body) => (body === null ? null : (JSON.parse(body) as StoredDocument)))
  const passed: (boolean[] | Fault)[] = []
  for (const {query, params} of filters) {
    const left = passed.length === 0 ? milliseconds : end - performance.now()
    if (left <= 0) break
    try {
      passed.push(
        within(left, () => {
          readFilter(query)
          return parsed.map((document) => document !== null && matches(query, params, document))
        }),
      )
    } catch (error) {
      if (isTimeout(error) && (passed.length > 0 || !isLast)) break
      const slow = {message: 'The filter takes too long for a listener.', position: null}
      passed.push(isTimeout(error) ? slow : faultOf(error))
    }
  }
  return {id, kind: 'matches', passed}
}

function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  return {message, position: error instanceof GroqSyntaxError ? error.position : null}
}

const namesOf = ({types, missing, everything}: Dependencies): DependencyName[] => [
  ...[...types].map((type) => `type:${type}`),
  ...[...missing].map((id) => `id:${id}`),
  ...(everything ? ['*'] : []),
]
