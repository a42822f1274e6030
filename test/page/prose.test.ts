import {describe, expect, it} from 'vitest'
import {prose, proseText} from '../../src/page/prose.ts'
import {unprintable} from '../../src/page/unprintable.ts'
import {richTextHTML} from '../../src/render/html-rich-text.ts'
import {richTextMarkdown} from '../../src/render/markdown-rich-text.ts'
import {outlineOfCommonMark} from '../read-back/commonmark.ts'
import {outlineOfMdast} from '../read-back/mdast.ts'

const span = (text: unknown, marks: unknown = []) => ({_type: 'span', _key: 's', text, marks})
const block = (children: unknown, more: object = {}) => ({
  _type: 'block',
  _key: 'b',
  style: 'normal',
  markDefs: [],
  children,
  ...more,
})

const html = (value: unknown): string => richTextHTML(prose(value))
const markdown = (value: unknown): string => richTextMarkdown(prose(value))

describe('text is never lost', () => {
  it.each([
    ['an unknown style', block([span('Hello')], {style: 'h7'})],
    ['a style that is a trap', block([span('Hello')], {style: '__proto__'})],
    ['a style that breaks out', block([span('Hello')], {style: '"><img src=x onerror=alert(1)>'})],
    ['a heading', block([span('Hello')], {style: 'h1'})],
    ['a mark nobody knows', block([span('Hello', ['underline', 'constructor', 'toString'])])],
    ['a mark that is no text', block([span('Hello', [null, 5, {}])])],
    ['marks that are no list', block([span('Hello', 'strong')])],
    ['mark definitions that are no list', block([span('Hello')], {markDefs: null})],
    ['children that are no spans', block([null, 5, 'x', span('Hello'), [], {}])],
    ['no type', {children: [span('Hello')]}],
    ['an inline object without text', block([{_type: 'stock-ticker', symbol: 'X'}, span('Hello')])],
  ])('under %s', (_name, value) => {
    expect(html([value])).toBe('<p>Hello</p>')
    expect(markdown([value])).toBe('Hello')
  })

  it.each([-1, 0, 1, '2', Number.NaN, null, undefined, 1e6, {}])('in a list of the level %s', (level) => {
    expect(html([block([span('Hello')], {listItem: 'bullet', level})])).toContain('<li>Hello')
    expect(markdown([block([span('Hello')], {listItem: 'square', level})]).trim()).toBe('- Hello')
  })

  it('in ten thousand spans and a thousand marks', () => {
    const marks = Array.from({length: 1000}, (_, index) => `m${index}`)
    const many = Array.from({length: 10_000}, (_, index) => span(`w${index} `, index % 2 ? ['strong', ...marks] : []))
    expect(proseText(prose([block(many)]))[0]?.split(' ')).toHaveLength(10_000)
    expect(markdown([block(many)])).toContain('**w9999**')
  })

  it.each([null, undefined, 5, 'text', {}, [null], [5], [[]], [{}], [{_type: 'block', children: null}]])(
    'where there is none: %j',
    (value) => {
      expect(prose(value)).toEqual([])
    },
  )
})

describe('blocks nobody can print', () => {
  it('print nothing and are reported by their type', () => {
    const value = [{_type: 'image'}, block([{_type: 'emoji'}, span('Hi')])]
    expect(html(value)).toBe('<p>Hi</p>')
    expect(unprintable(value)).toEqual([
      {code: 'unknown-block', what: 'image'},
      {code: 'unknown-block', what: 'emoji'},
    ])
  })
})

describe('white space', () => {
  it('moves out of a mark and is one space', () => {
    const value = [block([span('One '), span(' two\n', ['strong']), span('  three ')])]
    expect(html(value)).toBe('<p>One <strong>two</strong> three</p>')
    expect(markdown(value)).toBe('One **two** three')
  })

  it('joins neighbours of the same marks', () => {
    expect(markdown([block([span('a ', ['strong']), span('b', ['strong'])])])).toBe('**a b**')
  })

  it('makes no paragraph of its own', () => {
    expect(prose([block([span('  ')]), block([span('\n')]), block([span('Hi')])])).toHaveLength(1)
  })
})

describe('marks beside letters and punctuation', () => {
  it.each([
    ['a letter before a mark that begins in punctuation', [span('a'), span('(b)', ['strong']), span('c')]],
    ['emphasis inside a word', [span('in'), span('side', ['em']), span('out')]],
    ['one letter between two marks', [span('Own'), span('0', ['strong']), span('!', ['strong', 'em'])]],
    ['an exclamation mark before a link', [span('wow!'), span('here', ['k'])]],
  ])('are read back as they were written: %s', (_name, children) => {
    const value = [block(children, {markDefs: [{_key: 'k', _type: 'link', href: 'https://example.com/'}]})]
    const text = children.map((child) => child.text).join('')
    expect(outlineOfCommonMark(markdown(value))).toEqual([['p', text]])
    expect(outlineOfMdast(markdown(value))).toEqual([['p', text]])
  })
})

describe('links', () => {
  const linked = (href: unknown) => [block([span('here', ['k'])], {markDefs: [{_key: 'k', _type: 'link', href}]})]

  it.each([
    'https://example.com/a?b=1',
    'http://example.com',
    'HTTPS://EXAMPLE.COM',
    'mailto:jobs@example.com',
    'tel:+4930123456',
    '/roles/data-engineer',
    '#faqs',
    '?page=2',
  ])('lead to %s', (href) => {
    expect(html(linked(href))).toBe(`<p><a href="${href.replaceAll('&', '&amp;')}">here</a></p>`)
    expect(markdown(linked(href))).toBe(`[here](${href})`)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.com/x',
    'file:///etc/passwd',
    'view-source:https://example.com',
    'feed:javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://',
    'http://exa mple.com',
    'https://example.com/" onclick="alert(1)',
    'www.example.com',
    'example.com',
    '',
    ' ',
    null,
    undefined,
    5,
    {},
    [],
  ])('do not lead to %j: the text stays', (href) => {
    expect(html(linked(href))).toBe('<p>here</p>')
    expect(markdown(linked(href))).toBe('here')
    expect(unprintable(linked(href))).toEqual([{code: 'unsafe-link', what: String(href)}])
  })

  it('never stand inside one another', () => {
    const markDefs = [
      {_key: 'a', _type: 'link', href: 'https://example.com/a'},
      {_key: 'constructor', _type: 'link', href: 'https://example.com/b'},
    ]
    expect(html([block([span('x', ['constructor', 'a'])], {markDefs})])).toBe(
      '<p><a href="https://example.com/b">x</a></p>',
    )
    expect(markdown([block([span('x', ['constructor', 'a'])], {markDefs})])).toBe('[x](https://example.com/b)')
  })
})
