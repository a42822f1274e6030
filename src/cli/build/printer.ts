import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {InvalidAnswerError} from '../../index.ts'
import {isIntact} from './intact.ts'
import type {LocalDocuments} from './local-documents.ts'
import {LocalRoles} from './local-roles.ts'
import {waitingName} from './names.ts'
import {printRole} from './print-role.ts'
import {type PrintedRole, type Problem, type Result, roleFiles} from './printed-role.ts'
import {Scratch} from './scratch.ts'

/** A role to print, and the hash of what an earlier build wrote for it. */
export interface Wanted {
  id: string
  slug: string
  path: string
  before: string | null
  /** The ids of related roles that have no page. */
  unlinked?: string[]
}

/** Some roles to print. `answers` holds what the dataset says of them, unless the printer has the documents. */
export interface Task {
  roles: Wanted[]
  answers: unknown[] | null
}

export interface PrinterSettings {
  out: string
  /** Where files wait until all are there. */
  staging: string
  /** An earlier build was interrupted, so a file is only known by its bytes. */
  isDoubtful: boolean
  documents: LocalDocuments | null
}

/** Prints roles into the staging folder. */
export class Printer {
  readonly #settings: PrinterSettings
  readonly #local: LocalRoles | null
  readonly #scratch = new Scratch()

  constructor(settings: PrinterSettings) {
    this.#settings = settings
    this.#local = settings.documents && new LocalRoles(settings.documents)
  }

  /** What became of each role, in the same order. Throws `SourceError`, and what the file system throws. */
  async print({roles, answers}: Task): Promise<Result[]> {
    const found = answers ?? (await this.#local?.read(roles.map(({id}) => id))) ?? []
    const byId = new Map(found.map((answer) => [(answer as {_id?: unknown} | null)?._id, answer]))
    return roles.map((role) => this.#printOne(role, byId.get(role.id)))
  }

  #printOne(wanted: Wanted, answer: unknown): Result {
    const {id, unlinked = []} = wanted
    if (answer === undefined || answer === null) return {id, kind: 'bad', title: null, problems: [gone(id)]}
    try {
      const {entry, uses, warnings, texts} = printRole(answer, unlinked)
      if (entry.path !== wanted.path) return {id, kind: 'bad', title: entry.title, problems: [moved(id)]}
      const {parts, hash} = this.#scratch.encode(texts)
      const role = {
        ...{entry, hash, sizes: parts.map(({length}) => length), uses},
        ...(warnings.length > 0 && {warnings}),
        ...(unlinked.length > 0 && {unlinked}),
      }
      return {id, kind: 'printed', line: JSON.stringify(role), isWritten: this.#write(wanted, role, parts)}
    } catch (error) {
      if (!(error instanceof InvalidAnswerError)) throw error
      const problems = error.issues.map(({path, documentId, message}) => ({
        documentId: documentId ?? id,
        path,
        reason: message,
      }))
      return {id, kind: 'bad', title: titleIn(answer), problems}
    }
  }

  #write({path, before}: Wanted, role: PrintedRole, parts: readonly Buffer[]): boolean {
    const {out, staging, isDoubtful} = this.#settings
    if (before === role.hash && isIntact(join(out, path), role, isDoubtful)) return false
    const folder = join(staging, waitingName(role.entry))
    makeAnew(folder)
    for (const [index, name] of roleFiles.entries()) writeFileSync(join(folder, name), parts[index] ?? '')
    return true
  }
}

function titleIn(answer: unknown): string | null {
  const {title} = answer as {title?: unknown}
  return typeof title === 'string' ? title : null
}

/** What an earlier try has left may be anything, a link for one. */
function makeAnew(folder: string): void {
  try {
    mkdirSync(folder)
  } catch {
    rmSync(folder, {recursive: true, force: true})
    mkdirSync(folder)
  }
}

/** A deleted role is not listed the next time; a lake that answers half of what it lists must not empty a site. */
const gone = (id: string): Problem => ({
  documentId: id,
  path: '_id',
  reason: 'was there when the roles were listed, and not when they were read; run this again',
})

const moved = (id: string): Problem => ({
  documentId: id,
  path: 'slug',
  reason: 'was changed while the site was built; run this again',
})
