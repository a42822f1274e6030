import {GroqSyntaxError} from 'groq-js'
import {Dataset, type Dependencies} from '../../dataset/dataset.ts'
import {matches, readFilter} from '../../dataset/match.ts'
import type {StoredDocument} from '../../dataset/stored-document.ts'
import {isTimeout, ownTimeSince, within, withinOwnTime} from '../within.ts'
import type {DependencyName, Fault, Order, Reply} from './messages.ts'

const largestAnswer = 64_000_000

/** What a worker does: it answers from its own copy of the documents, each question within its time. */
export class Work {
  readonly #dataset = new Dataset()
  readonly #isPatient: boolean

  /** A patient one asks the slower evaluator too. */
  constructor(isPatient: boolean) {
    this.#isPatient = isPatient
  }

  /** Carries out one order. Gives what is answered to it, if anything is. */
  async do(order: Order): Promise<Reply | null> {
    switch (order.kind) {
      case 'load':
        for (const body of order.bodies) this.#dataset.put(JSON.parse(body))
        return null
      case 'change':
        for (const {documentId, after} of order.changes) {
          if (after === null) this.#dataset.delete(documentId)
          else this.#dataset.put(JSON.parse(after))
        }
        return null
      case 'ask':
        return this.#answerTo(order)
      case 'match':
        return matchesOf(order)
    }
  }

  async #answerTo({id, question: asked, asker, milliseconds}: Order & {kind: 'ask'}): Promise<Reply> {
    const question = {...asked, params: JSON.parse(asked.params)}
    const start = performance.now()
    const answer = (json: string, dependencies: Dependencies): Reply =>
      json.length > largestAnswer
        ? {id, kind: 'fault', message: 'The answer is larger than 64 MB. Ask for less.', position: null}
        : {id, kind: 'answer', json, dependencies: namesOf(dependencies), milliseconds: performance.now() - start}
    try {
      this.#dataset.show(question)
      // The patient one's time is what is left of the deadline, for which somebody waits.
      const stopped = this.#isPatient ? within : withinOwnTime
      const [json, dependencies] = stopped(milliseconds, () => {
        const {result, dependencies} = this.#dataset.answer(question, asker)
        return [JSON.stringify(result) ?? 'null', dependencies] as const
      })
      return answer(json, dependencies)
    } catch (error) {
      if (isTimeout(error)) return {id, kind: 'slow'}
      if (error instanceof GroqSyntaxError) return {id, kind: 'fault', ...faultOf(error)}
      if (!this.#isPatient) return {id, kind: 'later'}
    }
    try {
      const {result, dependencies} = await this.#dataset.answerLater(question, asker)
      return answer(JSON.stringify(result) ?? 'null', dependencies)
    } catch (error) {
      return {id, kind: 'fault', ...faultOf(error)}
    }
  }
}

/** Milliseconds of a processor that a filter must have had before anybody says that it takes too long. */
const leastTried = 20

const tooSlow: Fault = {message: 'The filter takes too long for a listener.', position: null}

/**
 * As many of the filters as there is time for. The first one has all of it, and is a fault where that is not enough: but only
 * where it had the time, which on a busy machine others may have had.
 */
function matchesOf({id, filters, documents, milliseconds, isLast}: Order & {kind: 'match'}): Reply {
  const end = performance.now() + milliseconds
  const before = process.cpuUsage()
  const parsed = documents.map((body) => (body === null ? null : (JSON.parse(body) as StoredDocument)))
  const passed: (boolean[] | Fault)[] = []
  for (const {query, params} of filters) {
    const left = passed.length === 0 ? milliseconds : end - performance.now()
    if (left <= 0) break
    try {
      passed.push(
        within(left, () => {
          readFilter(query, params)
          return parsed.map((document) => document !== null && matches(query, params, document))
        }),
      )
    } catch (error) {
      // Its end may come a moment before that of all of them, by another clock.
      if (isTimeout(error)) {
        if (passed.length > 0) break
        if (ownTimeSince(before) < leastTried) return {id, kind: 'matches', passed, isStarved: true}
        if (isLast) passed.push(tooSlow)
        break
      }
      passed.push(faultOf(error))
    }
  }
  return {id, kind: 'matches', passed}
}

function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof GroqSyntaxError) return {message, position: error.position}
  return {
    message,
    position: null,
    ...(error instanceof Error && error.name === 'GroqQueryError' && {isMeaningless: true}),
  }
}

const namesOf = ({types, missing, everything}: Dependencies): DependencyName[] => [
  ...[...types].map((type) => `type:${type}`),
  ...[...missing].map((id) => `id:${id}`),
  ...(everything ? ['*'] : []),
]
