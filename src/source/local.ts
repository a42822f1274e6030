import {evaluate, evaluateSync, GroqSyntaxError, parse} from 'groq-js'
import {SourceError} from '../errors.ts'
import {inPerspective} from './perspective.ts'
import type {Perspective, Source} from './source.ts'
import type {StoredDocument} from './stored-document.ts'
import {readByType, typeParameters} from './type-index.ts'

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
  const stored = [...new Map(Array.from(documents, (document) => [document._id, storedCopy(document)])).values()]
  const readTree = remembering(100, (query) => read(query))
  const view = remembering(20, (perspective) => viewOf(inPerspective(stored, JSON.parse(perspective))))

  const treeOf = (query: string, params: Record<string, unknown>) => {
    try {
      return readTree(query)
    } catch {
      // The grammar wants values in some places, as in `[$from...$to]`: such a query is read anew each time.
      return read(query, params)
    }
  }

  return {
    async fetch(query, params = {}, {perspective = 'published'} = {}) {
      try {
        const {tree, types} = treeOf(query, params)
        const {dataset, byId, byType} = view(JSON.stringify(perspective))
        const dereference = ({_ref}: {_ref: string}) => byId.get(_ref)
        const answer = await answerTo(tree, {
          dataset,
          dereference,
          params: {...params, ...typeParameters(types, byType)},
        })
        return jsonCopy(answer)
      } catch (cause) {
        throw new SourceError(reasonFor(cause, query), {cause})
      }
    },
  }
}

function read(query: string, params?: Record<string, unknown>) {
  const tree = parse(query, params ? {params} : {})
  return {tree, types: readByType(tree)}
}

const viewOf = (dataset: StoredDocument[]) => ({
  dataset,
  byId: new Map(dataset.map((document) => [document._id, document])),
  byType: Map.groupBy(dataset, ({_type}) => _type),
})

/** The synchronous evaluator is about five times as fast, and gives up on a few functions the other one knows. */
async function answerTo(...question: Parameters<typeof evaluate>): Promise<unknown> {
  try {
    return evaluateSync(...question).data
  } catch {
    return (await evaluate(...question)).get()
  }
}

const jsonCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

/** The evaluator calls `hasOwnProperty` on every object and copies fields by assignment: these two would break in. */
const unstorable = ['__proto__', 'hasOwnProperty']

function storedCopy(document: StoredDocument): StoredDocument {
  try {
    const json = JSON.stringify(document)
    const isPlain = unstorable.every((key) => !json.includes(`"${key}"`))
    return JSON.parse(json, isPlain ? undefined : (key, value) => (unstorable.includes(key) ? undefined : value))
  } catch (cause) {
    const why = cause instanceof RangeError ? 'it is nested too deeply' : 'it is not JSON'
    throw new SourceError(`The document "${document._id}" cannot be stored: ${why}.`, {cause})
  }
}

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

/** Remembers the latest answers of a function of one string. */
function remembering<Answer>(limit: number, make: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>()
  return (key) => {
    const answer = known.get(key) ?? make(key)
    known.delete(key)
    known.set(key, answer)
    if (known.size > limit) known.delete(known.keys().next().value ?? key)
    return answer
  }
}
