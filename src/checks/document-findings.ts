import type {StoredDocument} from '../dataset/stored-document.ts'
import {canonicalTag} from '../locale/words-for.ts'
import {oddCharactersIn} from './content/odd-character.ts'
import {unshownPortrait} from './content/unshown-picture.ts'
import type {Finding} from './finding.ts'
import {type FindingsOptions, roleFindings} from './role-findings.ts'
import {schemaFindings} from './schema-rules.ts'
import {fieldsOf, isRecord, publishedId} from './stored.ts'

/**
 * Everything there is to say about a document of any type: what a Studio says by the rules of the schema, and what is read
 * in it, of a role all that `roleFindings` says. `documents` are the others, as the perspective shows them: those it refers to, every
 * tool, and the roles that may have its slug. Takes anything, and never throws.
 */
export function documentFindings(
  document: StoredDocument,
  documents: Iterable<StoredDocument>,
  {now = new Date()}: FindingsOptions = {},
): Finding[] {
  if (!isRecord(document)) return []
  const others = [...documents].filter(isRecord)
  const ids = new Set(others.map((other) => publishedId(other._id)))
  const self = publishedId(document._id)
  const alike = others.filter(({_id, _type}) => _type === document._type && publishedId(_id) !== self)
  const addresses = addressesBeside(document, others)
  return [
    ...schemaFindings(document, {
      now,
      isThere: (id) => ids.has(id),
      isTaken: (slug) => {
        const [other] = alike.filter((other) => addresses(other) && slugOf(other) === slug)
        return other ? publishedId(other._id) : null
      },
    }),
    ...(document._type === 'role' ? roleFindings(document, others, {now}) : oddCharactersIn(document)),
    ...(document._type === 'person' ? unshownPortrait(document, (reference) => found(reference, others)) : []),
  ]
}

const found = (reference: unknown, documents: readonly StoredDocument[]): StoredDocument | null =>
  documents.find(({_id}) => publishedId(_id) === fieldsOf(reference)._ref) ?? null

/** Whether a role's slug stands in the same folder as this one's: where the site has a language, each language has its own. */
function addressesBeside(document: StoredDocument, others: readonly StoredDocument[]) {
  const settings = others.find(({_id}) => publishedId(_id) === 'siteSettings')
  if (tagOf(settings) === null) return () => true
  return (other: StoredDocument) => (tagOf(other) ?? 'en') === (tagOf(document) ?? 'en')
}

const tagOf = (document: StoredDocument | undefined): string | null => {
  const {language} = fieldsOf(document)
  return typeof language === 'string' ? canonicalTag(language) : null
}

const slugOf = ({slug}: StoredDocument): unknown => fieldsOf(slug).current
