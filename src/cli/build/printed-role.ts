import type {Entry} from './pages/entry.ts'

/** The files of a role, in the order of their sizes. */
export const roleFiles = ['index.html', 'jd.md', 'jd.txt'] as const

/** A role that has been printed: what the manifest keeps of it, as plain JSON. */
export interface PrintedRole {
  entry: Entry
  /** Of all its files together. */
  hash: string
  /** Of each of its files, in bytes. */
  sizes: number[]
  /** The ids of all documents it is made of. */
  uses: string[]
}

/** One reason why a role cannot be printed, and the document to open. */
export interface Problem {
  documentId: string
  /** Where, in the role: `levels[2].minYears`. */
  path: string
  reason: string
}

/** What became of one role. `isWritten` is `false` where the files are there already, to the byte. */
export type Result = {id: string} & (
  | {kind: 'printed'; role: PrintedRole; isWritten: boolean}
  | {kind: 'bad'; problems: Problem[]}
  | {kind: 'gone'}
)
