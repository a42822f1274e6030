import type {Asker, Question} from '../../dataset/dataset.ts'
import {Recent} from '../../dataset/recent.ts'
import {failed, refused} from '../failure.ts'
import type {Change} from '../store/transaction.ts'
import {type Documents, Lane} from './lane.ts'
import type {Asked, Fault, Filter, Reply} from './messages.ts'
import {syntaxFault} from './syntax-fault.ts'
import {Turns} from './turns.ts'

/** Milliseconds a query may take before it goes to the worker that has time: less while others wait there. */
const quickTime = 150
const leastTime = 20
/** Milliseconds the filters of listeners may take before queries have their turn again. */
const matchTime = 50
/** How often a filter may take all of that. Where the worker had none of it, since the machine was busy, it has longer. */
const matchTries = {trusted: 8, others: 2}
const queriesRemembered = 500

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
  readonly #quickTurns = new Turns()
  readonly #patientTurns = new Turns()
  readonly #deadline: number
  readonly #asker: Asker
  /** How queries have been before: `true` for quick ones. */
  readonly #wasQuick = new Recent<string, boolean>(queriesRemembered)
  #patientOnes = 0

  constructor(documents: Documents, {deadline, asker}: {deadline: number; asker: Asker}) {
    this.#quick = new Lane(documents, false)
    this.#patient = new Lane(documents, true)
    this.#deadline = deadline
    this.#asker = asker
    this.#quick.start()
  }

  /** Hands on what was written. Every question after this sees it. */
  change(changes: readonly Change[]): void {
    const after = changes.map(({documentId, after}) => ({documentId, after}))
    const growth = changes.reduce((sum, {before, after}) => sum + (after?.length ?? 0) - (before?.length ?? 0), 0)
    this.#quick.change(after, growth)
    this.#patient.change(after, growth)
  }

  /** Throws `LakeError`. */
  async ask({params, ...rest}: Question): Promise<Answer> {
    const question = {...rest, params: JSON.stringify(params)}
    const end = performance.now() + this.#deadline
    const wasQuick = this.#wasQuick.get(question.query)
    if (wasQuick !== false) {
      const reply = await this.#quickTurns.take(() => this.#askQuickly(question), this.#turn(end, wasQuick ?? false))
      if (reply.kind === 'answer') this.#wasQuick.set(question.query, true)
      if (reply.kind !== 'slow' && reply.kind !== 'later') return answerOf(reply, question)
    }
    this.#patientOnes += 1
    try {
      return await this.#patientTurns.take(() => this.#askPatiently(question, end), this.#turn(end, false))
    } finally {
      this.#patientOnes -= 1
    }
  }

  /** For each filter, which of the documents pass it, or why that cannot be told. Those of strangers have less time. */
  async match(
    filters: Filter[],
    documents: (string | null)[],
    of: keyof typeof matchTries,
  ): Promise<(boolean[] | Fault)[]> {
    const passed: (boolean[] | Fault)[] = []
    let milliseconds = matchTime
    for (let tries = 1; passed.length < filters.length; tries += 1) {
      const some = filters.slice(passed.length)
      const isLast = tries >= matchTries[of]
      const reply = await this.#quick.request({
        kind: 'match',
        filters: some,
        documents,
        milliseconds,
        isLast,
      })
      if (reply.kind !== 'matches') break
      passed.push(...reply.passed)
      if (reply.passed.length > 0) milliseconds = matchTime
      if (reply.isStarved) milliseconds *= 2
      if (reply.passed.length > 0 || reply.isStarved) tries = 0
    }
    return passed
  }

  close(): void {
    this.#quick.close()
    this.#patient.close()
  }

  #turn(end: number, isQuick: boolean) {
    return {isQuick, wait: end - performance.now(), late: () => tooSlow(this.#deadline)}
  }

  #askQuickly(question: Asked): Promise<Reply> {
    const milliseconds = Math.max(leastTime, quickTime / (1 + this.#patientOnes))
    return this.#quick.request(this.#order(question, Math.min(milliseconds, this.#deadline)))
  }

  async #askPatiently(question: Asked, end: number): Promise<Answer> {
    const milliseconds = Math.max(1, end - performance.now())
    // What cannot be stopped from inside is ended from outside.
    let isStopped = false
    const guard = setTimeout(() => {
      isStopped = true
      this.#patient.restart()
    }, milliseconds + 200)
    try {
      const reply = await this.#patient.request(this.#order(question, milliseconds))
      if (reply.kind === 'slow' || reply.kind === 'answer') {
        this.#wasQuick.set(question.query, reply.kind === 'answer' && reply.milliseconds < quickTime)
      }
      if (reply.kind === 'slow') throw tooSlow(this.#deadline)
      return answerOf(reply, question)
    } catch (error) {
      throw isStopped ? tooSlow(this.#deadline) : error
    } finally {
      clearTimeout(guard)
    }
  }

  #order(question: Asked, milliseconds: number) {
    return {kind: 'ask', question, asker: this.#asker, milliseconds} as const
  }
}

function answerOf(reply: Reply, {query}: Asked): Answer {
  if (reply.kind === 'answer') return {json: reply.json, dependencies: reply.dependencies}
  if (reply.kind !== 'fault') throw new Error(`A worker answered a question with "${reply.kind}".`)
  const {message, position, isMeaningless} = reply
  if (isMeaningless) throw failed(400, 'queryParseError', message, {query, start: 0, end: query.length})
  if (position === null) throw failed(400, 'queryError', `The query cannot be answered: ${message}`)
  const {description, ...where} = syntaxFault(query, position)
  throw failed(400, 'queryParseError', description, {query, ...where})
}

const tooSlow = (deadline: number) =>
  refused(
    504,
    'Gateway Timeout',
    `The query took longer than ${deadline / 1000} seconds. Ask for less, or name a type.`,
  )
