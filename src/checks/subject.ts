import type {StoredDocument} from '../dataset/stored-document.ts'
import type {Stored} from '../page/prose.ts'
import {cleanStega} from '../text/stega.ts'
import {type CheckId, checks} from './checks.ts'
import type {Finding, Spot} from './finding.ts'
import {type Passage, passagesOf, type SpotInRole} from './passages.ts'
import {placeOf} from './place.ts'
import {fieldsOf, publishedId} from './stored.ts'

/** What a content check is given: a role as it is stored, and what can be read in it. */
export interface Subject {
  role: Stored
  spot: SpotInRole
  passages: readonly Passage[]
  documents: ReadonlyMap<string, StoredDocument>
  /** The document a reference leads to. */
  find: (reference: unknown) => StoredDocument | null
  language: string
  isEnglish: boolean
  now: Date
}

export function subjectOf(role: unknown, documents: Iterable<StoredDocument>, now: Date): Subject {
  const stored = fieldsOf(role)
  const language = languageOf(stored)
  const documentId = publishedId(stored._id)
  const byId = new Map([...documents].flatMap((document) => (fieldsOf(document)._id ? [[document._id, document]] : [])))
  const spot: SpotInRole = (path, ...place) => ({documentId, documentType: 'role', path, place: placeOf(...place)})
  const find: Subject['find'] = (reference) => byId.get(String(fieldsOf(reference)._ref)) ?? null
  return {
    ...{role: stored, spot, documents: byId, find, now},
    passages: passagesOf(stored, spot, find),
    language,
    isEnglish: /^en(?:-|$)/i.test(language),
  }
}

// The page takes a role without a language for an English one.
const languageOf = ({language}: Stored): string =>
  typeof language === 'string' && language !== '' ? cleanStega(language).trim() : 'en'

export const finding = (id: CheckId, {documentId, documentType, path, place}: Spot, message: string): Finding => ({
  ...{id, severity: checks[id].severity, documentId, documentType, path, place, message},
})
