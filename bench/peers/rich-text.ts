import type {PortableText} from '../../src/index.ts'
import {escapeHTML, escapeMarkdown} from './escape.ts'

// Portable Text as the sample content has it: paragraphs and flat bullets with strong, em and links.
interface Block {
  listItem?: string
  markDefs?: {_key: string; href?: string}[]
  children: {text: string; marks?: string[]}[]
}

const blocksOf = (text: PortableText) => text as unknown as Block[]

export function richTextHTML(text: PortableText): string {
  let html = ''
  let isInList = false
  for (const block of blocksOf(text)) {
    if (isInList && !block.listItem) html += '</ul>'
    if (!isInList && block.listItem) html += '<ul>'
    isInList = Boolean(block.listItem)
    html += isInList ? `<li>${spansHTML(block)}</li>` : `<p>${spansHTML(block)}</p>`
  }
  return isInList ? `${html}</ul>` : html
}

function spansHTML({children, markDefs}: Block): string {
  let html = ''
  for (const {text, marks = []} of children) {
    let inner = escapeHTML(text)
    if (marks.includes('em')) inner = `<em>${inner}</em>`
    if (marks.includes('strong')) inner = `<strong>${inner}</strong>`
    const href = hrefOf(marks, markDefs)
    html += href ? `<a href="${escapeHTML(href)}">${inner}</a>` : inner
  }
  return html
}

export function richTextMarkdown(text: PortableText): string {
  let markdown = ''
  let wasItem = false
  for (const block of blocksOf(text)) {
    if (markdown) markdown += wasItem && block.listItem ? '\n' : '\n\n'
    wasItem = Boolean(block.listItem)
    markdown += wasItem ? `- ${spansMarkdown(block)}` : spansMarkdown(block)
  }
  return markdown
}

function spansMarkdown({children, markDefs}: Block): string {
  let markdown = ''
  for (const {text, marks = []} of children) {
    let inner = escapeMarkdown(text)
    if (marks.includes('em')) inner = `_${inner}_`
    if (marks.includes('strong')) inner = `**${inner}**`
    const href = hrefOf(marks, markDefs)
    markdown += href ? `[${inner}](${href.replace(/[()*_]/g, '\\$&')})` : inner
  }
  return markdown
}

export function richTextPlain(text: PortableText): string {
  let plain = ''
  let wasItem = false
  for (const {children, listItem} of blocksOf(text)) {
    if (plain) plain += wasItem && listItem ? '\n' : '\n\n'
    wasItem = Boolean(listItem)
    if (wasItem) plain += '• '
    for (const span of children) plain += span.text
  }
  return plain
}

function hrefOf(marks: string[], markDefs: Block['markDefs']): string | undefined {
  const href = markDefs?.find(({_key}) => marks.includes(_key))?.href
  return href && /^(?:https?:|mailto:|tel:|\/)/.test(href) ? href : undefined
}
