import fc from 'fast-check'
import type {List, Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {parseFragment} from 'parse5'
import {expect, it} from 'vitest'
import {toPlainText} from '../../src/index.ts'
import {prose} from '../../src/page/prose.ts'
import {richTextHTML} from '../../src/render/html-rich-text.ts'
import {richTextMarkdown} from '../../src/render/markdown-rich-text.ts'
import {hostileText, printable} from '../arbitrary/text.ts'
import {outlineOfCommonMark} from '../read-back/commonmark.ts'
import {itemText} from '../read-back/expected.ts'
import {childrenOf, textOf} from '../read-back/html.ts'

const runs = Number(process.env.RUNS ?? 500)

/** What nobody sees: joiners that belong to a text, a mark of the order of bytes, and runs that are edit markers. */
const unseen = ['\u200d', '\u200c', '\u200b', '\ufeff', '\u2060\u200b', '\u200b\u200c\u200d\u2060', '\u200b'.repeat(9)]
const hidden = fc.constantFrom('', '', '', ...unseen)
const piece = fc
  .tuple(
    hidden,
    fc.oneof(hostileText, fc.constantFrom(' ', '\n', '\t', 'ا', '👩', '**', '_', '- ', '1. ', '#')),
    hidden,
  )
  .map((parts) => parts.join(''))
const blocks = fc.array(
  fc.record({
    listItem: fc.constantFrom(undefined, 'bullet', 'number', 'square'),
    level: fc.constantFrom(1, 2, 3, 4, 7, 10, 99, undefined),
    // The last one shows, so that no block is empty to one reader and not to another.
    spans: fc
      .array(fc.record({text: piece, marks: fc.subarray(['strong', 'em', 'l1'])}), {maxLength: 4})
      .map((spans) => [...spans, {text: 'end', marks: []}]),
  }),
  {minLength: 1, maxLength: 7},
)

type Blocks = typeof blocks extends fc.Arbitrary<infer Value> ? Value : never

/** A paragraph or an item as somebody reads it: how deep it stands, below which sign, and its words. */
type Read = [depth: number, sign: 'none' | 'bullet' | 'number', text: string]

it('is read back alike from every format, with its lists and what nobody sees', () => {
  fc.assert(
    fc.property(blocks, (written) => {
      const content = prose(stored(written))
      const markdown = richTextMarkdown(content)
      const expected = expectedOf(written)
      expect(seen(readHTML(richTextHTML(content)))).toEqual(seen(expectedOf(written, (text) => text)))
      expect(readMarkdown(markdown)).toEqual(expected)
      expect(outlineOfCommonMark(markdown).map(([, text]) => text)).toEqual(expected.map(([, , text]) => text))
      expect(toPlainText({kind: 'prose', content})).toBe(`${plainOf(expected)}\n`)
    }),
    {numRuns: runs},
  )
})

const stored = (written: Blocks) =>
  written.map(({listItem, level, spans}) => ({
    ...{_type: 'block', listItem, level, markDefs: [{_key: 'l1', _type: 'link', href: 'https://example.com/a_b'}]},
    children: spans.map((span) => ({_type: 'span', ...span})),
  }))

function expectedOf(written: Blocks, clean = withoutMarkers): Read[] {
  return written.map(({listItem, spans}, at): Read => {
    const whole = clean(spans.map(({text}) => text).join(''))
    const lines = whole.split(/\r\n|[\n\v\r\u2028]/).map(printable)
    const shown = lines.filter((line) => line !== '')
    if (listItem === undefined) return [0, 'none', shown.join('\n')]
    return [depthOf(written, at), listItem === 'number' ? 'number' : 'bullet', itemText(shown)]
  })
}

/** One more than that of the nearest item before it, of the same list, whose level is lower. */
function depthOf(written: Blocks, at: number): number {
  for (let before = at - 1; before >= 0 && written[before]?.listItem !== undefined; before--)
    if (levelOf(written, before) < levelOf(written, at)) return depthOf(written, before) + 1
  return 1
}

const levelOf = (written: Blocks, at: number): number => Math.min(written[at]?.level ?? 1, 10)

/** Four in a row are an edit marker; at the very end, fewer are what is left of one. */
const withoutMarkers = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060-\u2063\ufeff]{4,}/g, '')
    .replace(/[\u200b-\u200d\u2060-\u2063\ufeff]+$/, '')
    .replace(/\ufeff/g, '')

// A page keeps the edit markers, and nobody sees them: nor is a space seen that stands on each side of one.
const seen = (read: Read[]): Read[] =>
  read.map(([depth, sign, text]) => [
    ...([depth, sign] as const),
    text.replace(/[\u200b-\u200d\u2060-\u2063\ufeff]/g, '').replace(/\s+/g, ''),
  ])

function readHTML(html: string): Read[] {
  const read = (node: Parameters<typeof childrenOf>[0], depth: number, sign: Read[1]): Read[] => {
    const {nodeName} = node
    if (nodeName === 'ul' || nodeName === 'ol')
      return childrenOf(node).flatMap((item) => read(item, depth + 1, nodeName === 'ol' ? 'number' : 'bullet'))
    if (nodeName !== 'p' && nodeName !== 'li') return []
    const inner = childrenOf(node).filter(({nodeName}) => nodeName === 'ul' || nodeName === 'ol')
    return [
      [depth, nodeName === 'p' ? 'none' : sign, textOf(node)],
      ...inner.flatMap((list) => read(list, depth, sign)),
    ]
  }
  return childrenOf(parseFragment(html)).flatMap((node) => read(node, 0, 'none'))
}

function readMarkdown(markdown: string): Read[] {
  const words = (node: Nodes): string =>
    node.type === 'break'
      ? '\n'
      : 'children' in node
        ? node.children.map(words).join('')
        : (node as {value: string}).value
  const list = (node: List, depth: number): Read[] =>
    node.children.flatMap(({children}) =>
      children.flatMap((child): Read[] =>
        child.type === 'list' ? list(child, depth + 1) : [[depth, node.ordered ? 'number' : 'bullet', words(child)]],
      ),
    )
  return fromMarkdown(markdown).children.flatMap((node): Read[] =>
    node.type === 'list' ? list(node, 1) : [[0, 'none', words(node)]],
  )
}

function plainOf(read: Read[]): string {
  const numbers: number[] = []
  return read
    .map(([depth, sign, text], at) => {
      numbers.splice(depth)
      numbers[depth - 1] = sign === 'number' ? (numbers[depth - 1] ?? 0) + 1 : 0
      const marker = {none: '', bullet: '• ', number: `${numbers[depth - 1]}. `}[sign]
      const indent = ' '.repeat(2 * Math.max(0, depth - 1))
      const between = at === 0 ? '' : sign !== 'none' && read[at - 1]?.[1] !== 'none' ? '\n' : '\n\n'
      return `${between}${indent}${marker}${text.replaceAll('\n', `\n${indent}${' '.repeat(marker.length)}`)}`
    })
    .join('')
}
