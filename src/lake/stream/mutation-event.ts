import type {Change, Transaction} from '../store/transaction.ts'

/** What a listener asks to be told. */
export interface EventOptions {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
}

/** A change that concerns a listener, and how the document moved in or out of what it listens to. */
export interface Concern {
  change: Change
  transition: 'appear' | 'update' | 'disappear'
}

/** How a document moved, or `null` where a listener need not know. */
export function transitionOf(passedBefore: boolean, passedAfter: boolean): Concern['transition'] | null {
  if (passedBefore) return passedAfter ? 'update' : 'disappear'
  return passedAfter ? 'appear' : null
}

/** The events of a transaction for one kind of listener, as JSON. */
export function mutationEvents(transaction: Transaction, concerns: Concern[], options: EventOptions): string[] {
  return concerns.map(({change, transition}, index) => {
    const {documentId, before, after} = change
    const event = {
      eventId: `${transaction.id}#${documentId}`,
      documentId,
      transactionId: transaction.id,
      transition,
      identity: transaction.author,
      ...(options.includeMutations && {mutations: change.mutations ?? retold(change)}),
      previousRev: revisionOf(before),
      resultRev: after === null ? transaction.id : revisionOf(after),
      timestamp: transaction.timestamp,
      visibility: 'query',
      transactionTotalEvents: concerns.length,
      transactionCurrentEvent: index,
    }
    // The documents are JSON already.
    const documents = [
      ...(options.includeResult && after !== null ? [`"result":${after}`] : []),
      ...(options.includePreviousRevision ? [`"previous":${before}`] : []),
      ...(options.includeEffects ? [`"effects":${effects(change)}`] : []),
    ]
    return [JSON.stringify(event).slice(0, -1), ...documents].join(',').concat('}')
  })
}

/** Mendoza patches that say the whole document: always right, whatever the document was before. */
export const effects = ({before, after}: Change): string => `{"apply":[0,${after}],"revert":[0,${before}]}`

const revisionOf = (body: string | null): string | undefined => (body === null ? undefined : JSON.parse(body)._rev)

/** What was done, told anew from what came of it. */
const retold = ({documentId, after}: Change): object[] =>
  after === null ? [{delete: {id: documentId}}] : [{createOrReplace: JSON.parse(after)}]
