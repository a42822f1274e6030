import {type EvaluateOptions, type ExprNode, evaluate, evaluateSync} from 'groq-js'
import {askIndex, lookups, narrow, type Reads} from './narrow.ts'
import type {Perspective} from './perspective.ts'
import {Recent} from './recent.ts'
import {readListName, standing} from './standing.ts'
import type {StoredDocument} from './stored-document.ts'
import {wordsOf} from './text-query.ts'
import {rememberingTrees} from './trees.ts'
import {keys, View, type ViewSettings} from './view.ts'

const queriesRemembered = 100
const viewsKept = 6

/** A query, what it is given, and in which perspective it is asked. */
export interface Question {
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  /** Leaves out documents in a path, whose ids have a dot: for those who may not see everything. */
  isPublic?: boolean
}

/** Who asks, and where: what `identity()`, `sanity::projectId()` and `sanity::dataset()` answer. */
export type Asker = Pick<EvaluateOptions, 'identity' | 'sanity'>

/**
 * What an answer depends on: documents of these types, documents that were referred to and not found, and perhaps any
 * document at all. An answer stays the same as long as none of these is written.
 */
export interface Dependencies {
  types: ReadonlySet<string>
  missing: ReadonlySet<string>
  everything: boolean
}

/** Documents in memory that answer GROQ, in any perspective. Knows nothing of where they are kept. */
export class Dataset {
  readonly #stored = new Map<string, StoredDocument>()
  readonly #views = new Recent<string, View>(viewsKept)
  readonly #settings: Pick<ViewSettings, 'findsReferencesLate'>
  readonly #treeOf = rememberingTrees(queriesRemembered, prepare)

  constructor(settings: Pick<ViewSettings, 'findsReferencesLate'> = {}) {
    this.#settings = settings
  }

  /** Takes a document in, in place of the one with its `_id`. It must not be changed from here on. */
  put(document: StoredDocument): void {
    this.#stored.set(document._id, document)
    for (const view of this.#views.values()) view.update(document._id)
  }

  delete(storedId: string): void {
    this.#stored.delete(storedId)
    for (const view of this.#views.values()) view.update(storedId)
  }

  /** Makes ready for questions in a perspective, which takes a while with many documents. Throws `RangeError`. */
  show(question: Pick<Question, 'perspective' | 'isPublic'>): void {
    this.#view(question)
  }

  /**
   * The answer, at once. The evaluator gives up here on a few functions that `answerLater` knows. Throws what the
   * parser (`GroqSyntaxError`) or the evaluator throws.
   */
  answer(question: Question, asker?: Asker): {result: unknown; dependencies: Dependencies} {
    const {tree, options, dependencies} = this.#ask(question, asker)
    return {result: evaluateSync(tree, options).data, dependencies: dependencies()}
  }

  /** The same, about five times as slow, for any function the evaluator has. */
  async answerLater(question: Question, asker?: Asker): Promise<{result: unknown; dependencies: Dependencies}> {
    const {tree, options, dependencies} = this.#ask(question, asker)
    return {result: await (await evaluate(tree, options)).get(), dependencies: dependencies()}
  }

  #ask(question: Question, asker: Asker = {}) {
    const {query, params} = question
    const {tree, reads} = this.#treeOf(query, params)
    const view = this.#view(question)
    const types = new Set(reads.types)
    const missing = new Set<string>()
    const documentOf = (id: string) => {
      const document = view.byId.get(id)
      if (document) types.add(document._type)
      else missing.add(id)
      return document
    }
    const dereference = ({_ref}: {_ref: string}) => {
      if (!_ref.startsWith(askIndex)) return documentOf(_ref)
      const key = _ref.slice(askIndex.length)
      if (key.startsWith(lookups.id)) return [documentOf(key.slice(lookups.id.length))].filter(Boolean)
      if (key.startsWith(lookups.list)) return view.list(key.slice(lookups.list.length), makeList)
      return key.startsWith(lookups.text) ? wordsOf(view.byId.get(key.slice(lookups.text.length))) : view.under(key)
    }
    const makeList = (name: string) => {
      const [type, tree] = readListName(name)
      return {list: evaluateSync(tree, options).data as StoredDocument[], of: keys.type + type}
    }
    const options = {dataset: view.all, params, dereference: dereference as EvaluateOptions['dereference'], ...asker}
    return {tree, options, dependencies: () => ({types, missing, everything: reads.everything})}
  }

  #view({perspective, isPublic = false}: Pick<Question, 'perspective' | 'isPublic'>): View {
    const name = JSON.stringify([perspective, isPublic])
    const view = this.#views.get(name) ?? new View(this.#stored, perspective, {isPublic, ...this.#settings})
    this.#views.set(name, view)
    return view
  }
}

interface Prepared {
  tree: ExprNode
  reads: Reads
}

function prepare(tree: ExprNode): Prepared {
  const {tree: narrowed, reads} = narrow(tree)
  return {tree: standing(narrowed), reads}
}
