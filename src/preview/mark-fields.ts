import {type Nested, withDocuments} from '../model/documents.ts'
import type {RoleDraft} from '../model/role.ts'
import {isObject} from '../page/prose.ts'
import {markText} from './edit-marker.ts'
import type {EditOptions, EditStep} from './edit-target.ts'
import {type Shown, shownInDocument, shownInRole} from './shown-fields.ts'

/**
 * The role with an edit marker (stega) hidden in every text that is shown as it is written, so that overlays in its HTML lead
 * each to its field: the role's own texts, and those of shared documents in their own document. No source map is needed. What
 * is marked already stays as it is, and what is no text to read (addresses, dates, names of lists, units) is never
 * marked. Markdown, plain text and structured data of it are the same as without.
 */
export function markFields(role: RoleDraft, options: EditOptions): RoleDraft {
  const marked = (id: string, type: string, content: unknown, shown: Shown): unknown =>
    mark(content, shown, [], (text, path, next) => markText(text, {id, type, path}, options, next))

  const document = ({id, type, content}: Nested) =>
    marked(id, type, content, shownInDocument[type]) as Nested['content']
  const inside = withDocuments(role, document)
  return typeof role._id === 'string' ? (marked(role._id, 'role', inside, shownInRole) as RoleDraft) : inside
}

type Mark = (text: string, path: readonly EditStep[], next?: string) => string

function mark(value: unknown, shown: Shown, path: readonly EditStep[], put: Mark): unknown {
  if (shown === 'text') return typeof value === 'string' ? put(value, path) : value
  if (shown === 'paragraphs') return typeof value === 'string' ? markParagraphs(value, path, put) : value
  if (shown === 'prose') return inItems(value, path, put, markBlock)
  if (isList(shown)) return inItems(value, path, put, (item, at, put) => mark(item, shown[0], at, put))
  if (!isObject(value)) return value
  const fields = Object.entries(shown).filter(([field]) => Object.hasOwn(value, field))
  return {
    ...value,
    ...Object.fromEntries(fields.map(([field, inner]) => [field, mark(value[field], inner, [...path, field], put)])),
  }
}

const isList = (shown: Shown): shown is readonly [Shown] => Array.isArray(shown)

// Parted as `paragraphs` parts them, each with a marker of its own.
const markParagraphs = (text: string, path: readonly EditStep[], put: Mark): string =>
  text
    .split(/(\n\s*\n)/)
    .map((part, index) => (index % 2 === 0 ? put(part, path) : part))
    .join('')

function markBlock(block: unknown, path: readonly EditStep[], put: Mark): unknown {
  if (!isObject(block) || !Array.isArray(block.children)) return block
  const texts = block.children.map((child: unknown) =>
    isObject(child) && typeof child.text === 'string' ? child.text : '',
  )
  const markSpan = (span: unknown, at: readonly EditStep[], put: Mark, index: number): unknown =>
    isObject(span) && typeof span.text === 'string'
      ? {...span, text: put(span.text, [...at, 'text'], texts[index + 1])}
      : span
  return {...block, children: inItems(block.children, [...path, 'children'], put, markSpan)}
}

type MarkItem = (item: unknown, path: readonly EditStep[], put: Mark, index: number) => unknown

/** An item without a key cannot be found again, so what is in it leads to the list. */
function inItems(list: unknown, path: readonly EditStep[], put: Mark, markItem: MarkItem): unknown {
  if (!Array.isArray(list)) return list
  return list.map((item: unknown, index) => {
    if (!isObject(item)) return markItem(item, [...path, index], put, index)
    if (typeof item._key === 'string') return markItem(item, [...path, {_key: item._key}], put, index)
    return markItem(item, path, (text, _inside, next) => put(text, path, next), index)
  })
}
