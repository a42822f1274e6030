import {GroqSyntaxError} from 'groq-js'
import {Dataset, type Question} from '../dataset/dataset.ts'
import type {Perspective} from '../dataset/perspective.ts'
import type {StoredDocument} from '../dataset/stored-document.ts'
import {SourceError} from '../errors.ts'
import {needsNoGuard} from './guard/guards.ts'
import type {Source} from './source.ts'

/** A source that holds its documents. Asked without options it answers with what is published. */
export interface LocalSource extends Source {
  fetch(query: string, params?: Record<string, unknown>, options?: {perspective?: Perspective}): Promise<unknown>
}

/**
 * Answers any GROQ query from documents in memory, in the perspectives of Content Lake. The documents are copied, and
 * so is every answer: nobody can change the store. Of two documents with one `_id` the later one counts.
 *
 * Throws `SourceError` for a document that cannot be stored; `fetch` throws it for a query that cannot be read
 * (naming line and column) or answered.
 */
export function localSource(documents: Iterable<StoredDocument>): LocalSource {
  const dataset = new Dataset()
  for (const document of documents) dataset.put(storedCopy(document))
  return needsNoGuard<LocalSource>({
    async fetch(query, params = {}, {perspective = 'published'} = {}) {
      return jsonCopy(await answerFrom(dataset, {query, params, perspective}))
    },
  })
}

/** What these documents answer. Throws `SourceError`. */
export async function answerFrom(dataset: Dataset, question: Question): Promise<unknown> {
  try {
    return await answerTo(dataset, question)
  } catch (cause) {
    throw new SourceError(reasonFor(cause, question.query), {cause})
  }
}

async function answerTo(dataset: Dataset, question: Question): Promise<unknown> {
  try {
    return dataset.answer(question).result
  } catch {
    return (await dataset.answerLater(question)).result
  }
}

const jsonCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

/** The evaluator calls `hasOwnProperty` on every object and copies fields by assignment: these two would break in. */
const unstorable = ['__proto__', 'hasOwnProperty']

function storedCopy(document: StoredDocument): StoredDocument {
  try {
    const json = JSON.stringify(document)
    return JSON.parse(
      json,
      isStorable(json) ? undefined : (key, value) => (unstorable.includes(key) ? undefined : value),
    )
  } catch (cause) {
    const why = cause instanceof RangeError ? 'it is nested too deeply' : 'it is not JSON'
    throw new SourceError(`The document "${document._id}" cannot be stored: ${why}.`, {cause})
  }
}

/** A document from the text of its JSON. Throws `SourceError` for one that cannot be stored, and what `JSON.parse` throws. */
export function storedFrom(json: string): StoredDocument {
  const document = JSON.parse(json)
  // Written with escapes, a name that cannot be stored would not be seen.
  return isStorable(json) && !json.includes('\\u') ? document : storedCopy(document)
}

const isStorable = (json: string): boolean => unstorable.every((key) => !json.includes(`"${key}"`))

function reasonFor(cause: unknown, query: string): string {
  if (!(cause instanceof GroqSyntaxError)) {
    return `The GROQ query cannot be answered: ${cause instanceof Error ? cause.message : String(cause)}`
  }
  const {line, column, message} = cause
  const start = Math.max(0, column - 60)
  const excerpt = (query.split('\n')[line - 1] ?? '').slice(start, column + 40)
  const detail = message.slice(message.indexOf(': ') + 2)
  return [
    `The GROQ query cannot be read (line ${line}, column ${column}): ${detail}`,
    `  ${excerpt}`,
    `  ${' '.repeat(column - 1 - start)}^`,
  ].join('\n')
}
