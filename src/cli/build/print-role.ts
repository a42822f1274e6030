import {hash} from 'node:crypto'
import {dependencies, jobDescription, type Role, roleById, rolePage, toMarkdown, toPlainText} from '../../index.ts'
import {entryOf} from './pages/entry.ts'
import {rolePageOf} from './pages/role-page.ts'
import type {PrintedRole} from './printed-role.ts'

export interface Print {
  role: PrintedRole
  /** In the order of `roleFiles`. */
  texts: Buffer[]
}

const {parse} = roleById('')

/** All files of a role from what a dataset answers for it. Throws `InvalidAnswerError`. */
export function printRole(answer: unknown): Print | null {
  const role = parse(answer)
  return role && print(role)
}

function print(role: Role): Print {
  const page = rolePage(role)
  const description = jobDescription(role)
  const texts = [rolePageOf(role, {page}), toMarkdown(description), toPlainText(description)].map(asFile)
  return {
    role: {
      entry: entryOf(role, page),
      hash: hash('sha1', Buffer.concat(texts), 'base64url'),
      sizes: texts.map(({length}) => length),
      uses: dependencies(role).documentIds,
    },
    texts,
  }
}

const asFile = (text: string): Buffer => Buffer.from(text.endsWith('\n') ? text : `${text}\n`)
