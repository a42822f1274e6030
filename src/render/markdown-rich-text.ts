import {buildMarksTree, type ToolkitNestedPortableTextSpan, type ToolkitTextNode} from '@portabletext/toolkit'
import type {Prose} from '../page/prose.ts'
import {cleanStega} from '../text/stega.ts'
import {escapeLineStart, escapeLinkAddress, escapeMarkdown} from './markdown-escape.ts'

const delimiters: Readonly<Record<string, string>> = {strong: '**', em: '*'}
const indent = '  '

type Inline = ToolkitTextNode | ToolkitNestedPortableTextSpan

/** Rich text as Markdown paragraphs and bullets. */
export function richTextMarkdown(content: Prose): string {
  let markdown = ''
  let wasItem = false
  for (const block of content) {
    const isItem = block.listItem !== undefined
    const text = escapeLineStart(inlines(buildMarksTree(block) as Inline[]))
    if (markdown) markdown += isItem && wasItem ? '\n' : '\n\n'
    markdown += isItem ? `${indent.repeat((block.level ?? 1) - 1)}- ${text}` : text
    wasItem = isItem
  }
  return markdown
}

/** A link, its text already escaped as the text of one. */
export const markdownLink = (text: string, href: string): string => `[${text}](${escapeLinkAddress(href)})`

function inlines(nodes: Inline[], isLinkText = false): string {
  let markdown = ''
  let closedBesidePunctuation = false
  nodes.forEach((node, index) => {
    if (node._type === '@text') {
      const text = cleanStega(node.text)
      const escaped = escapeMarkdown(text, {
        before: nodes[index - 1] ? neighbour : '',
        after: nodes[index + 1] ? neighbour : '',
        isLinkText,
      })
      markdown += closedBesidePunctuation ? encodeFirstLetter(escaped) : escaped
      closedBesidePunctuation = false
      return
    }
    const delimiter = delimiters[node.markType]
    const inner = inlines(node.children as Inline[], isLinkText || delimiter === undefined)
    if (delimiter === undefined) {
      markdown += markdownLink(inner, String(node.markDef?.href))
      closedBesidePunctuation = false
      return
    }
    markdown = `${isPunctuation(inner.at(0)) ? encodeLastLetter(markdown) : markdown}${delimiter}${inner}${delimiter}`
    closedBesidePunctuation = isPunctuation(inner.at(-1))
  })
  return markdown
}

// Beside a mark stands a delimiter: neither a space nor a letter.
const neighbour = '*'

const isPunctuation = (character: string | undefined): boolean =>
  character !== undefined && character !== '*' && /[\p{P}\p{S}]/u.test(character)

// Between a letter and punctuation a delimiter neither opens nor closes. A letter written as an entity ends in ";".
const encodeLastLetter = (text: string): string => text.replace(/[\p{L}\p{N}]$/u, encode)
const encodeFirstLetter = (text: string): string => text.replace(/^[\p{L}\p{N}]/u, encode)
const encode = (letter: string): string => `&#x${letter.codePointAt(0)?.toString(16)};`
