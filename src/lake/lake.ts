import type {Identity} from './http/identity.ts'
import type {Answers} from './query/answers.ts'
import type {Store} from './store/store.ts'
import type {Transaction} from './store/transaction.ts'
import type {Listeners} from './stream/listeners.ts'
import type {Live} from './stream/live.ts'
import {type Order, type Outcome, transact} from './write/transact.ts'

/** The parts of a running lake, as its routes use them. */
export interface Parts {
  project: string
  dataset: string
  /** Where programs reach it: `http://127.0.0.1:<port>`. */
  url: string
  identity: Identity
  store: Store
  answers: Answers
  listeners: Record<'trusted' | 'others', Listeners>
  live: Live
}

/** Who writes, as history and listeners name them. There is one person at this computer. */
export const author = 'local'

/** Writes, then tells everybody: queries first, so that whoever hears of a change can ask for it. */
export function write({store, answers, listeners, live}: Parts, order: Order): Outcome {
  const outcome = transact(store, order)
  if (!outcome.transaction) return outcome
  const changes = outcome.transaction.changes.map(({after, ...change}) => ({
    ...change,
    after: after && store.asServed(after),
  }))
  tell({...outcome.transaction, changes}, {answers, listeners, live})
  return outcome
}

function tell(
  transaction: Transaction,
  {answers, listeners, live}: Pick<Parts, 'answers' | 'listeners' | 'live'>,
): void {
  answers.change(transaction.changes)
  listeners.trusted.publish(transaction)
  listeners.others.publish(transaction)
  live.publish(transaction)
}
