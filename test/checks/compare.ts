import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import {contentChecks} from '../../src/checks/content-checks.ts'
import {documentFindings} from '../../src/checks/document-findings.ts'
import type {StoredDocument} from '../../src/local.ts'
import {sampleDocuments} from '../content.ts'
import {compiled} from '../schemas/compiled.ts'
import {brokenDocuments} from './broken.ts'

// Run by hand, with the folder of a Studio that has `sanity` installed:
//   npx node test/checks/compare.ts ../a-studio
// Prints every place where that Studio's own validation and `documentFindings` say different things about a document.
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of a Studio that has "sanity" installed.')
const inSanity = createRequire(createRequire(`${folder}/package.json`).resolve('sanity'))
const {validateDocumentInternal} = await import(pathToFileURL(inSanity.resolve('@sanity/validation/_internal')).href)

/** What both say about a place, as far as it can be compared: how serious it is, and our own sentences. */
type Said = Map<string, Set<string>>

// Sentences that are Sanity's, where a rule of ours cannot put its own.
const stock = /^(?:Required|Expected type|Value |Slug |Must |Referenced )/

let compared = 0
let differences = 0
for (const [name, document, documents] of cases()) {
  const theirs = await inStudio(document, documents)
  const ours = here(document, documents)
  compared += 1
  for (const [place, sentences] of theirs) {
    if (isWrongKind(place, ours)) continue
    const own = ours.get(place)
    if (!own) report(name, 'only in Studio', place, sentences)
    else
      for (const sentence of sentences)
        if (!stock.test(sentence) && !own.has(sentence)) report(name, 'worded otherwise', place, sentences)
  }
  for (const [place, sentences] of ours)
    if (!theirs.has(place) && !isWrongKind(place, ours)) report(name, 'only here', place, sentences)
}
console.log(`${compared} documents compared, ${differences} differences`)

async function inStudio(document: StoredDocument, documents: StoredDocument[]): Promise<Said> {
  const ids = new Set(documents.map(({_id}) => _id))
  const client = {
    withConfig: () => client,
    fetch: async (_query: string, {slug, published}: {slug: unknown; published: string}) =>
      !documents.some(({_id, _type, ...other}) => publishedId(_id) !== published && currentOf(other) === slug),
  }
  const markers = await validateDocumentInternal({
    ...{document, schema: compiled, getClient: () => client, environment: 'studio'},
    getDocumentExists: async ({id}: {id: string}) => ids.has(id),
  })
  // The field inside of a slug says again that it is empty.
  return said(markers.filter(({path}: {path: unknown[]}) => JSON.stringify(path) !== '["slug","current"]'))
}

function here(document: StoredDocument, documents: StoredDocument[]): Said {
  const findings = documentFindings(document, documents).filter(({id}) => !Object.hasOwn(contentChecks, id))
  return said(findings.map(({severity, path, message}) => ({level: severity, path, message})))
}

function said(markers: {level: string; path: unknown[]; message: string}[]): Said {
  const places: Said = new Map()
  for (const {level, path, message} of markers) {
    const place = `${level} ${JSON.stringify(path)}`
    places.set(place, (places.get(place) ?? new Set()).add(message))
  }
  // A warning beside an error about the same place, as two rules of one field give for a value of the wrong kind.
  for (const place of [...places.keys()])
    if (place.startsWith('warning') && [...(places.get(place) ?? [])].every((sentence) => stock.test(sentence)))
      places.delete(place)
  return places
}

// A value of the wrong kind is one error here. A Studio, which never makes one, holds it against each rule of the field.
function isWrongKind(place: string, ours: Said): boolean {
  const path = place.slice(place.indexOf(' '))
  return [...(ours.get(`error${path}`) ?? [])].some((sentence) => /of the wrong kind|is no day/.test(sentence))
}

function report(name: string, where: string, place: string, sentences: Set<string>): void {
  differences += 1
  console.log(`${name}: ${where}: ${place}: ${[...sentences].join(' | ')}`)
}

function* cases(): Generator<[string, StoredDocument, StoredDocument[]]> {
  for (const document of sampleDocuments) yield [document._id, document, sampleDocuments]
  for (const [name, document] of brokenDocuments()) yield [name, document, sampleDocuments]
}

function currentOf(document: object): unknown {
  const slug = 'slug' in document ? document.slug : null
  return typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : undefined
}

function publishedId(id: string): string {
  return id.replace(/^drafts\./, '')
}
