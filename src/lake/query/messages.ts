import type {Asker, Question} from '../../dataset/dataset.ts'

/** What the lake tells one of its workers. A worker does one thing after another, in the order it is told. */
export type Order =
  | {kind: 'load'; bodies: string[]}
  | {kind: 'change'; changes: {documentId: string; after: string | null}[]}
  | {kind: 'ask'; id: number; question: Asked; asker: Asker; milliseconds: number}
  | {kind: 'match'; id: number; filters: Filter[]; documents: (string | null)[]; milliseconds: number; isLast: boolean}

/** A question whose parameters are JSON, which takes less room on the way and while it waits. */
export type Asked = Omit<Question, 'params'> & {params: string}

export interface Filter {
  query: string
  params: Record<string, unknown>
}

/** What depends on which documents, as names: `type:role`, `id:sql`, or `*` for any. */
export type DependencyName = string

export type Reply =
  | {id: number; kind: 'answer'; json: string; dependencies: DependencyName[]; milliseconds: number}
  /** For each of the first filters, as there was time, which of the documents pass it or why that cannot be told. Is starved
   * where there was none, since the machine was busy with other things. */
  | {id: number; kind: 'matches'; passed: (boolean[] | Fault)[]; isStarved?: true}
  | ({id: number; kind: 'fault'} & Fault)
  /** The time was over. */
  | {id: number; kind: 'slow'}
  /** Only the slower evaluator can tell. */
  | {id: number; kind: 'later'}

export interface Fault {
  message: string
  /** Where in the query, where it cannot be read. */
  position: number | null
  /** It can be read, and yet no query is meant by it: it names a function that there is not, or slices by what is no number. */
  isMeaningless?: boolean
}
