import {describe, expect, it} from 'vitest'
import {toPlainText} from '../../src/index.ts'
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
const text = (value: unknown): string => toPlainText({kind: 'prose', content: prose(value)})
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
    ['children that are no spans', block([null, 5, 'Hel', span('lo'), [], {}])],
    ['children that are one text', block('Hello')],
    ['no type', {children: [span('Hello')]}],
    ['an inline object without text', block([{_type: 'stock-ticker', symbol: 'X'}, span('Hello')])],
  ])('under %s', (_name, value) => {
    expect(html([value])).toBe('<p>Hello</p>')
    expect(markdown([value])).toBe('Hello')
  })

  it('in lists that begin deep or skip a level: each item is one deeper than the one before at most', () => {
    const items = [3, 1, 4, 4, 9, 2, 'x'].map((level, index) => block([span(`i${index}`)], {listItem: 'bullet', level}))
    expect(prose(items).map(({level}) => level)).toEqual([1, 1, 2, 2, 3, 2, 1])
    expect(markdown(items)).toBe('- i0\n- i1\n  - i2\n  - i3\n    - i4\n  - i5\n- i6')
    const listed = [block([span('a')], {listItem: 'bullet', level: 2}), block([span('p')]), ...items.slice(0, 1)]
    expect(markdown(listed)).toBe('- a\n\np\n\n- i0')
    const deep = [3, 3, 2, 3].map((level, index) => block([span(`d${index}`)], {listItem: 'number', level}))
    expect(html(deep)).toBe('<ol><li>d0</li><li>d1</li><li>d2<ol><li>d3</li></ol></li></ol>')
    expect(text(deep)).toBe('1. d0\n2. d1\n3. d2\n  1. d3\n')
  })

  it('in lists that change from bullets to numbers inside of another', () => {
    const item = (listItem: string, level: number, text: string) => block([span(text)], {listItem, level})
    const list = [item('number', 1, 'One'), item('number', 2, 'in'), item('bullet', 2, 'by'), item('number', 1, 'Two')]
    expect(html(list)).toBe('<ol><li>One<ol><li>in</li></ol><ul><li>by</li></ul></li><li>Two</li></ol>')
    expect(markdown(list)).toBe('1. One\n   1. in\n   - by\n2. Two')
    expect(text(list)).toBe('1. One\n  1. in\n  • by\n2. Two\n')
  })

  it('in a list of bullets that bring their own, which ours stands for', () => {
    const item = (...children: unknown[]) => block(children, {listItem: 'bullet', level: 1})
    const own = [
      item(span('•\tLoad')),
      item(span('\uf0b7', ['strong']), span(' Check '), span('it', ['em'])),
      item(span('✓ ', ['em']), span('Tell')),
      item(span('✓')),
      item(span('- '), span('Write', ['strong'])),
    ]
    expect(markdown(own)).toBe('- Load\n- Check _it_\n- Tell\n- ✓\n- **Write**')
    expect(html([block([span('• Load')])])).toBe('<p>• Load</p>')
  })

  it('in numbered lists, in bullets, and in one within the other', () => {
    const item = (listItem: string, level: number, text: string) => block([span(text)], {listItem, level})
    const list = [
      ...[
        item('number', 1, 'One'),
        item('bullet', 2, 'of it'),
        item('number', 1, 'Two\nwhole'),
        item('number', 2, 'in'),
      ],
      ...[
        item('bullet', 1, 'Dot'),
        item('number', 2, 'first'),
        item('number', 2, 'second'),
        item('number', 1, 'Again'),
      ],
    ]
    expect(html(list)).toBe(
      '<ol><li>One<ul><li>of it</li></ul></li><li>Two<br>whole<ol><li>in</li></ol></li></ol><ul><li>Dot<ol><li>first</li><li>second</li></ol></li></ul><ol><li>Again</li></ol>',
    )
    expect(markdown(list)).toBe(
      '1. One\n   - of it\n2. Two\\\n   whole\n   1. in\n- Dot\n  1. first\n  2. second\n1. Again',
    )
    expect(text(list)).toBe('1. One\n  • of it\n2. Two\n   whole\n  1. in\n• Dot\n  1. first\n  2. second\n1. Again\n')
    const read = outlineOfCommonMark(markdown(list)).map(([, text]) => text)
    expect(read).toEqual(['One', 'of it', 'Two\nwhole', 'in', 'Dot', 'first', 'second', 'Again'])
    const twelve = Array.from({length: 12}, (_, at) => item('number', 1, `n${at + 1}`))
    expect(markdown([...twelve, item('bullet', 2, 'deep')])).toMatch(/\n12\. n12\n {4}- deep$/)
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
      {code: 'unknown-block', what: 'image', index: 0},
      {code: 'unknown-block', what: 'emoji', index: 1},
    ])
  })
})

describe('white space', () => {
  it('moves out of a mark and is one space', () => {
    const value = [block([span('One '), span(' two\t', ['strong']), span('  three ')])]
    expect(html(value)).toBe('<p>One <strong>two</strong> three</p>')
    expect(markdown(value)).toBe('One **two** three')
  })

  it('stays outside of a mark as a line break, one at a time', () => {
    const value = [block([span('One'), span(' \n two\r\n\u2028 ', ['strong']), span(' three\n'), span('\n')])]
    expect(html(value)).toBe('<p>One<br><strong>two</strong><br>three</p>')
    expect(markdown(value)).toBe('One\\\n**two**\\\nthree')
    expect(text(value)).toBe('One\ntwo\nthree\n')
  })

  it('makes nothing but a break of a line break, whatever stands around it', () => {
    const value = [
      block([span('C:\\\n# no heading\n- no item\n=\n1. none\n> none\n    none\n**', ['em']), span('\n_')]),
    ]
    expect(outlineOfCommonMark(markdown(value))).toEqual([
      ['p', 'C:\\\n# no heading\n- no item\n=\n1. none\n> none\nnone\n**\n_'],
    ])
  })

  it('makes no table of lines, for readers that know tables', () => {
    const rows = (line: string) => markdown([block([span(`Pay | Place\n${line}`)])])
    expect(rows('--- | ---')).toBe('Pay | Place\\\n\\--- | ---')
    expect(rows('|:-:|---:|')).toBe('Pay | Place\\\n\\|:-:|---:|')
    expect(rows('| a | b |')).toBe('Pay | Place\\\n| a | b |')
    expect(outlineOfCommonMark(rows('---'))).toEqual([['p', 'Pay | Place\n---']])
  })

  it('keeps a mark before a line break from being one', () => {
    for (const written of ['**a *\nb**', 'a* *\n*b', '_a _\n_', 'a _\n_b', '~\n~', '*\n*']) {
      const value = [block([span(written, ['strong'])]), block([span(written)])]
      const read = [
        ['p', written],
        ['p', written],
      ]
      expect([outlineOfCommonMark(markdown(value)), outlineOfMdast(markdown(value))]).toEqual([read, read])
    }
  })

  it('is at the ends of words once edit markers are gone', () => {
    const marker = '\u200b\u200c\u200d\u2060'
    const value = [block([span('Plain '), span(`bold ${marker}`, ['strong']), span(' and more')])]
    expect(markdown(value)).toBe('Plain **bold** and more')
    expect(text(value)).toBe('Plain bold and more\n')
    for (const trap of ['# x', '- x', '1. x', '> x', '---', '=', '    x']) {
      const hidden = [block([span(`${marker} ${marker}`), span(` ${marker}${trap}`)])]
      expect(outlineOfCommonMark(markdown(hidden))).toEqual([['p', trap.trim()]])
    }
  })

  it('joins neighbours of the same marks', () => {
    expect(markdown([block([span('a ', ['strong']), span('b', ['strong'])])])).toBe('**a b**')
  })

  it('leaves joiners at the edge of a mark, where the next letter needs them', () => {
    const value = [block([span('می\u200c', ['strong']), span('شود '), span('👩\u200d'), span('💻', ['em'])])]
    expect(markdown(value)).toContain('می\u200c')
    expect(text(value)).toBe('می\u200cشود 👩\u200d💻\n')
    expect(outlineOfCommonMark(markdown(value))).toEqual([['p', 'می\u200cشود 👩\u200d💻']])
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
    expect(unprintable(linked(href))).toEqual([{code: 'unsafe-link', what: String(href), index: 0}])
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
