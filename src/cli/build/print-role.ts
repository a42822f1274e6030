import {
  dependencies,
  jobDescription,
  type Page,
  type Role,
  type RoleDraft,
  roleById,
  roleIssues,
  rolePage,
  toMarkdown,
  toPlainText,
} from '../../index.ts'
import {type Entry, entryOf} from './pages/entry.ts'
import {plain} from './pages/plain.ts'
import {rolePageOf} from './pages/role-page.ts'
import type {Problem} from './printed-role.ts'

export interface Print {
  entry: Entry
  /** The ids of all documents it is made of. */
  uses: string[]
  warnings: Problem[]
  /** In the order of `roleFiles`. */
  texts: string[]
}

const {parse} = roleById('')

/** All files of a role from what a dataset answers for it, without links to some roles. Throws `InvalidAnswerError`. */
export const printRole = (answer: object, unlinked: readonly string[] = []): Print =>
  print(parse(answer) as Role, new Set(unlinked))

function print(role: Role, unlinked: ReadonlySet<string>): Print {
  const page = rolePage(unlinked.size > 0 ? withoutLinks(role, unlinked) : role)
  const description = descriptionOn(page) ?? jobDescription(role)
  const texts = [rolePageOf(role, {page}), toMarkdown(description), toPlainText(description)]
  return {
    entry: entryOf(role, page),
    uses: dependencies(role).documentIds,
    warnings: [...absentFrom(role), ...unprintedIn(role)],
    texts: texts.map(asFile),
  }
}

const withoutLinks = (role: Role, unlinked: ReadonlySet<string>): RoleDraft => ({
  ...role,
  relatedRoles: (role.relatedRoles ?? []).map((related) =>
    unlinked.has(plain(related._id)) ? {...related, slug: null} : related,
  ),
})

const absentFrom = ({_id, danglingReferences}: Role): Problem[] =>
  danglingReferences.map(({path, id}) => ({
    documentId: _id,
    path,
    reason: `refers to ${id ?? 'a document'}, which is not published; the page is without it`,
  }))

const unprinted = new Set(['unknown-block', 'unknown-annotation', 'unsafe-link', 'unshown-picture'])

const unprintedIn = (role: Role): Problem[] =>
  roleIssues(role)
    .filter(({code}) => unprinted.has(code))
    .map(({documentId, path, message}) => ({documentId: documentId ?? role._id, path, reason: message}))

/** The page shows the job description as it is copied: it need not be composed again. */
function descriptionOn({sections}: Page): Page | null {
  const shown = sections.flatMap(({blocks}) => blocks).find((block) => block.kind === 'verbatim')
  return shown ? shown.page : null
}

const asFile = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)
