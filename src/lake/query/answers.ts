import type {Asker, Question} from '../../dataset/dataset.ts'
import {failed, refused} from '../failure.ts'
import type {Change} from '../store/store.ts'
import {Lane} from './lane.ts'
import type {Fault, Filter, Reply} from './messages.ts'

/** Milliseconds a query may take before it goes to the worker that has time: less while others wait there. */
const quickTime = 100
/** Milliseconds the filter of a listener may take for one transaction. */
const matchTime = 200
const slowQueriesRemembered = 200

export interface Answer {
  json: string
  dependencies: string[]
}

/**
 * Answers queries within a deadline. Nearly all are answered by the quick worker; one that takes longer is stopped and
 * asked again of the patient one, which does one after another, so that the others need not wait.
 */
export class Answers {
  readonly #quick: Lane
  readonly #patient: Lane
  readonly #deadline: number
  readonly #asker: Asker
  readonly #slow = new Set<string>()
  #patientIsFree: Promise<void> = Promise.resolve()
  #patientOnes = 0

  constructor(bodies: () => Iterable<string>, {deadline, asker}: {deadline: number; asker: Asker}) {
    this.#quick = new Lane(bodies, false)
    this.#patient = new Lane(bodies, true)
    this.#deadline = deadline
    this.#asker = asker
    this.#quick.start()
  }

  /** Hands on what was written. Every question after this sees it. */
  change(changes: readonly Change[]): void {
    const after = changes.map(({documentId, after}) => ({documentId, after}))
    this.#quick.change(after)
    this.#patient.change(after)
  }

  /** Throws `LakeError`. */
  async ask(question: Question): Promise<Answer> {
    const end = performance.now() + this.#deadline
    if (!this.#slow.has(question.query)) {
      const reply = await this.#quick.request(
        this.#order(question, Math.min(quickTime / (1 + this.#patientOnes), this.#deadline)),
      )
      if (reply.kind !== 'slow' && reply.kind !== 'later') return answerOf(reply, question)
    }
    return this.#inTurn(question, end)
  }

  /** For each filter, which of the documents pass it, in the order of the writes. */
  async match(filters: Filter[], documents: (string | null)[]): Promise<(boolean[] | Fault)[]> {
    const reply = await this.#quick.request({kind: 'match', filters, documents, milliseconds: matchTime})
    return reply.kind === 'matches' ? reply.passed : []
  }

  close(): void {
    this.#quick.close()
    this.#patient.close()
  }

  #order(question: Question, milliseconds: number) {
    return {kind: 'ask', question, asker: this.#asker, milliseconds} as const
  }

  async #inTurn(question: Question, end: number): Promise<Answer> {
    const before = this.#patientIsFree
    this.#patientOnes += 1
    let leave = () => {}
    this.#patientIsFree = new Promise((resolve) => {
      leave = resolve
    })
    try {
      await Promise.race([before, waiting(end - performance.now())])
      const left = end - performance.now()
      if (left <= 0) throw tooSlow(this.#deadline)
      return await this.#askPatiently(question, left)
    } finally {
      this.#patientOnes -= 1
      void before.then(leave)
    }
  }

  async #askPatiently(question: Question, milliseconds: number): Promise<Answer> {
    // What cannot be stopped from inside is ended from outside.
    let isStopped = false
    const guard = setTimeout(() => {
      isStopped = true
      this.#patient.restart()
    }, milliseconds + 200)
    try {
      const reply = await this.#patient.request(this.#order(question, milliseconds))
      if (reply.kind === 'slow' || (reply.kind === 'answer' && reply.milliseconds > quickTime)) this.#remember(question)
      if (reply.kind === 'slow') throw tooSlow(this.#deadline)
      return answerOf(reply, question)
    } catch (error) {
      throw isStopped ? tooSlow(this.#deadline) : error
    } finally {
      clearTimeout(guard)
    }
  }

  #remember({query}: Question): void {
    this.#slow.add(query)
    if (this.#slow.size > slowQueriesRemembered) this.#slow.delete(this.#slow.values().next().value ?? '')
  }
}

const waiting = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, Math.max(0, milliseconds)).unref()
  })

function answerOf(reply: Reply, {query}: Question): Answer {
  if (reply.kind === 'answer') return {json: reply.json, dependencies: reply.dependencies}
  if (reply.kind !== 'fault') throw new Error(`A worker answered a question with "${reply.kind}".`)
  const {message, position} = reply
  if (position === null) throw failed(400, 'queryError', `The query cannot be answered: ${message}`)
  throw failed(400, 'queryParseError', message, {query, start: position, end: position + 1})
}

const tooSlow = (deadline: number) =>
  refused(
    504,
    'Gateway Timeout',
    `The query took longer than ${deadline / 1000} seconds. Ask for less, or name a type.`,
  )
