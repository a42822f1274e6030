import {point} from '../text/line.ts'
import {prose} from './prose.ts'
import type {Block, Fact, ListItem, Section, SectionName} from './section.ts'

/** The items that are there, or `null` where none is. */
export function present<Item>(items: readonly (Item | null)[]): Item[] | null {
  const found = items.filter((item) => item !== null)
  return found.length > 0 ? found : null
}

/** A section, or none where there is nothing to say: a heading never stands alone. */
export function section(name: SectionName, heading: string | null, blocks: (Block | null)[]): Section | null {
  const found = present(blocks)
  return found && {name, heading, blocks: found}
}

/** The sentences that are there, as one paragraph. */
export function paragraph(...sentences: string[]): Block | null {
  const text = sentences.filter(Boolean).join(' ')
  return text ? {kind: 'paragraph', text} : null
}

export function richText(value: unknown): Block | null {
  const content = present(prose(value))
  return content && {kind: 'prose', content}
}

export function list(points: (ListItem | null)[]): Block | null {
  const items = present(points)
  return items && {kind: 'list', items}
}

/** A point of a list, or none where nothing is written yet. */
export function item(text: unknown, language: string | null): ListItem | null {
  const printable = point(text, language)
  return printable ? {text: printable, lead: null, details: []} : null
}

export function facts(entries: (Fact | null)[]): Block | null {
  const found = present(entries)
  return found && {kind: 'facts', facts: found}
}

export const fact = (label: string, text: string | null, datetime: string | null = null): Fact | null =>
  text ? {label, text, datetime} : null
