import {failed, MutationError} from '../failure.ts'
import type {Store} from '../store/store.ts'
import type {Transaction} from '../store/transaction.ts'
import type {LakeDocument} from './document.ts'
import type {Result} from './mutation.ts'
import {Workspace} from './workspace.ts'

/** Does one thing to the documents of a transaction. */
export type Step = (workspace: Workspace) => Result | null

export interface Order {
  transactionId: string
  author: string
  /** Everything is checked and nothing is written. */
  dryRun: boolean
  kind: 'mutationError' | 'actionError'
  steps: Step[]
}

export interface Outcome {
  results: Result[]
  /** A document as it is after all steps, or `null`. */
  documentAfter(id: string): LakeDocument | null
  /** `null` where nothing was written. */
  transaction: Transaction | null
}

/** Carries out all steps, or none: the only way anything is written. Throws `LakeError`. */
export function transact(store: Store, {transactionId, author, dryRun, kind, steps}: Order): Outcome {
  if (store.hasTransaction(transactionId)) {
    const description = `Transaction with ID "${transactionId}" already exists: it was carried out before`
    throw failed(409, 'transactionAlreadyExistsError', description, {transactionID: transactionId})
  }
  const timestamp = store.now()
  const workspace = new Workspace(store, transactionId, timestamp)
  try {
    const results: Result[] = []
    for (const [index, step] of steps.entries()) {
      workspace.index = index
      const result = step(workspace)
      if (result) results.push(result)
    }
    const changes = workspace.changes()
    const outcome = {results, documentAfter: (id: string) => workspace.after(id)}
    if (dryRun || changes.length === 0) return {...outcome, transaction: null}
    const seq = store.commit({id: transactionId, author, timestamp, changes})
    return {...outcome, transaction: {seq, id: transactionId, author, timestamp, changes}}
  } catch (error) {
    throw error instanceof MutationError ? error.at(workspace.index, kind) : error
  }
}
