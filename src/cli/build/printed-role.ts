import type {Entry} from './pages/entry.ts'

/** The files of a role, in the order of their sizes. */
export const roleFiles = ['index.html', 'jd.md', 'jd.txt'] as const

/** A role of the site: what other pages say of it, and its line in the manifest, which is a `PrintedRole` as JSON. */
export interface SiteRole {
  entry: Entry
  line: string
  /** What it refers to and is not published: the page is without it. */
  warnings?: Problem[]
}

/** A role that has been printed, and what it was printed of. */
export interface PrintedRole {
  entry: Entry
  /** Of all its files together. */
  hash: string
  /** Of each of its files, in bytes. */
  sizes: number[]
  /** The ids of all documents it is made of. */
  uses: string[]
  warnings?: Problem[]
  /** The ids of related roles that have no page: it is printed without a link to them. */
  unlinked?: string[]
  /** This is an earlier page that stays, since the role cannot be printed any more. */
  isStale?: true
}

export const siteRoleOf = (role: PrintedRole): SiteRole => ({...toldOf(role), line: JSON.stringify(role)})

/** The same from its line in the manifest. */
export const siteRoleFrom = (line: string): SiteRole => ({...toldOf(JSON.parse(line)), line})

/** What stays in memory of it. */
const toldOf = ({entry, warnings}: PrintedRole): Omit<SiteRole, 'line'> => ({entry, ...(warnings && {warnings})})

/** One reason why a role cannot be printed, and the document to open. */
export interface Problem {
  documentId: string
  /** Where, in the role: `levels[2].minYears`. */
  path: string
  reason: string
}

/** Why a role has no page. Its title, where that is known, is for people: an id says little. */
export interface Bad {
  title: string | null
  problems: Problem[]
}

/** What became of one role. `line` is its line in the manifest; `isWritten` is `false` where the files are there already, to the byte. */
export type Result = {id: string} & ({kind: 'printed'; line: string; isWritten: boolean} | ({kind: 'bad'} & Bad))
