import {referencesIn} from '../../dataset/references-in.ts'
import type {StoredDocument} from '../../dataset/stored-document.ts'
import {line, withoutBullet} from '../../text/line.ts'
import type {Finding, Step} from '../finding.ts'
import {fieldTitles} from '../place.ts'
import {isRecord, itemsOf, publishedId} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

/*
 * What was not typed: control characters, those of Windows among them; a sign of Word's own fonts where it is no bullet; what
 * could not be read; and what was read in another encoding than it was written in.
 */
const odd = /[^\P{Cc}\t\n\v\f\r]|[\uf000-\uf0ff]|\ufffd|â€|Ã[\x80-\xbf]/u
const isOdd = (text: string): boolean => odd.test(withoutBullet(text))
const nearby = 20

/** Characters that were not meant to be there, in the role and in all that it is made of. */
export const oddCharacters = ({role, find}: Subject): Finding[] => [
  ...oddCharactersIn(role as StoredDocument),
  ...[...referencesIn(role)]
    .flatMap(({id}) => find({_ref: id}) ?? [])
    .filter(({_type}) => _type !== 'role')
    .flatMap(oddCharactersIn),
]

/** The same in one document of any type. */
export function oddCharactersIn(document: StoredDocument): Finding[] {
  const {_id, _type} = document
  return oddTexts(document).map(({path, text}) => {
    const spot = {documentId: publishedId(_id), documentType: String(_type), path, place: titleOf(path)}
    return finding('odd-character', spot, message(text))
  })
}

/** `Job title` of `jobTitle`, where no form says otherwise. */
const titleOf = ([field]: Step[]): string =>
  Object.hasOwn(fieldTitles, String(field))
    ? fieldTitles[field as keyof typeof fieldTitles]
    : String(field)
        .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
        .replace(/^[a-z]/, (letter) => letter.toUpperCase())

function message(text: string): string {
  const bare = withoutBullet(text)
  const at = text.length - bare.length + bare.search(odd)
  const [from, to] = [Math.max(0, at - nearby), at + nearby]
  const shown = line(text.slice(from, to))
  return `“${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}” holds a character that a word processor or another encoding left there. It is printed as shown. Type it anew to be sure.`
}

/** Every text of a document that holds such a character, but its own names. */
function oddTexts(document: StoredDocument): {path: Step[]; text: string}[] {
  const texts: {path: Step[]; text: string}[] = []
  const open: {path: Step[]; value: unknown}[] = [{path: [], value: document}]
  for (let next = open.pop(); next; next = open.pop()) {
    const {path, value} = next
    if (typeof value === 'string' && isOdd(value)) texts.push({path, text: value})
    if (Array.isArray(value)) {
      for (const {item, step} of itemsOf(value)) open.push({path: [...path, step], value: item})
    } else if (isRecord(value)) {
      for (const [name, child] of Object.entries(value)) {
        if (!name.startsWith('_')) open.push({path: [...path, name], value: child})
      }
    }
  }
  return texts.reverse()
}
