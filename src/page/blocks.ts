import {line} from '../text/line.ts'
import {prose} from './prose.ts'
import type {Block, Fact, ListItem, Section, SectionName} from './section.ts'

/** A section, or none where there is nothing to say: a heading never stands alone. */
export function section(name: SectionName, heading: string | null, blocks: (Block | null)[]): Section | null {
  const present = blocks.filter((block) => block !== null)
  return present.length > 0 ? {name, heading, blocks: present} : null
}

export const paragraph = (text: string): Block | null => (text ? {kind: 'paragraph', text} : null)

export function richText(value: unknown): Block | null {
  const content = prose(value)
  return content.length > 0 ? {kind: 'prose', content} : null
}

export function list(items: (ListItem | null)[]): Block | null {
  const present = items.filter((item) => item !== null)
  return present.length > 0 ? {kind: 'list', items: present} : null
}

/** A point of a list, or none where nothing is written yet. */
export function item(text: unknown): ListItem | null {
  const printable = line(text)
  return printable ? {text: printable, lead: null, details: []} : null
}

export function facts(entries: (Fact | null)[]): Block | null {
  const present = entries.filter((entry) => entry !== null)
  return present.length > 0 ? {kind: 'facts', facts: present} : null
}

export const fact = (label: string, text: string | null, datetime: string | null = null): Fact | null =>
  text ? {label, text, datetime} : null
