import type {Issue} from '../errors.ts'
import {wordsFor} from '../locale/words-for.ts'
import {shapeIssues} from '../model/parse.ts'
import {type RoleDraft, roleShape} from '../model/role.ts'
import {emptyParts} from './empty-parts.ts'
import {isShown} from './sections/author.ts'
import {type Unprintable, unprintable} from './unprintable.ts'

/**
 * What stands in the way of printing this role as it should be: parts that are missing, references that lead nowhere,
 * content no format can print, links that were refused. Empty for a role with nothing to mend.
 */
export const roleIssues = (role: RoleDraft): Issue[] => [
  ...shapeIssues(roleShape, role),
  ...danglingReferences(role),
  ...emptyParts(role),
  ...richTextIssues(role),
  ...pictureIssues(role),
  ...languageIssues(role),
]

const danglingReferences = (role: RoleDraft): Issue[] =>
  (role.danglingReferences ?? []).map(({path, id}) => ({
    code: 'dangling-reference',
    path: path ?? '',
    documentId: role._id,
    message: id
      ? `refers to "${id}", which is not there; publish that document or remove the reference`
      : 'has an entry that refers to no document yet; choose one or remove the entry',
  }))

function richTextIssues(role: RoleDraft): Issue[] {
  const fields: [string, unknown][] = [
    ['summary', role.summary],
    ...(role.faqs ?? []).map(({answer}, index): [string, unknown] => [`faqs[${index}].answer`, answer]),
  ]
  return fields.flatMap(([path, value]) =>
    unprintable(value).map(({code, what, index}) => ({
      code,
      path: `${path}[${index}]`,
      documentId: role._id,
      message: unprintableMessages[code](what),
    })),
  )
}

/** What becomes of a part of rich text, and what to do. */
export const unprintableMessages: Record<Unprintable['code'], (what: string) => string> = {
  'unknown-block': (type) =>
    `holds a block of the type "${type}", which is not printed; move its text into a paragraph`,
  'unknown-annotation': (type) =>
    `holds text marked as "${type}", which leads nowhere in print; make it a link with an address, or remove the mark`,
  'unsafe-link': (address) =>
    `holds a link to "${address}", which is printed as plain text; use a full https:// address`,
}

const pictureIssues = ({author}: RoleDraft): Issue[] => {
  const url = author?.image?.url
  if (!author || !url || isShown(url)) return []
  return [{code: 'unshown-picture', path: 'author.image', documentId: author._id, message: pictureMessage(url)}]
}

/** What becomes of a picture that is somewhere else than where pages may show it from. */
export const pictureMessage = (url: string): string =>
  `is at ${url}, and is not shown: a page shows pictures of https://cdn.sanity.io alone; upload it to a hosted dataset, or remove it`

const languageIssues = ({language, _id}: RoleDraft): Issue[] =>
  language === null || wordsFor(language)
    ? []
    : [
        {
          code: 'unknown-language',
          path: 'language',
          documentId: _id,
          message: `has no phrases for "${language}" yet, so headings are in English; pass your own as options.words`,
        },
      ]
