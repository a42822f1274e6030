import type {Stored} from '../../page/prose.ts'
import {line} from '../../text/line.ts'
import type {Finding, Spot, Step} from '../finding.ts'
import {fieldTitles} from '../place.ts'
import {isRecord, itemsOf, publishedId} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

/** What Word or an old Windows program leaves in a text: it is printed as what it most likely means. */
const odd = /[\x80-\x9f]/
const wordHyphen = '\x1e'
const nearby = 20

/** Characters that were not meant to be there, in the role and in the shared documents it is made of. */
export function oddCharacters({role, spot, passages}: Subject): Finding[] {
  const shared = new Set(passages.flatMap(({shared}): Stored[] => (shared ? [shared] : [])))
  return [
    ...textsIn(role).flatMap(({path, text}) => found(text, spot(path, titleOf(path)))),
    ...[...shared].flatMap((document) =>
      textsIn(document).flatMap(({path, text}) => {
        const at = {
          documentId: publishedId(document._id),
          documentType: String(document._type),
          path,
          place: titleOf(path),
        }
        return found(text, at)
      }),
    ),
  ]
}

const titleOf = ([field]: Step[]): string =>
  Object.hasOwn(fieldTitles, String(field)) ? fieldTitles[field as keyof typeof fieldTitles] : String(field ?? '')

function found(text: string, at: Spot): Finding[] {
  const place = Math.max(text.search(odd), text.indexOf(wordHyphen))
  const shown = line(text.slice(Math.max(0, place - nearby), place + nearby))
  const message = `“…${shown}…” holds a character that a word processor left there. It is printed as shown. Type it anew to be sure.`
  return [finding('odd-character', at, message)]
}

/** Every text of a document that holds such a character, but its own names. */
function textsIn(document: Stored): {path: Step[]; text: string}[] {
  const texts: {path: Step[]; text: string}[] = []
  const open: {path: Step[]; value: unknown}[] = [{path: [], value: document}]
  for (let next = open.pop(); next; next = open.pop()) {
    const {path, value} = next
    if (typeof value === 'string' && (odd.test(value) || value.includes(wordHyphen))) texts.push({path, text: value})
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
