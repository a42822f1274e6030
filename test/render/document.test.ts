import {type DefaultTreeAdapterMap, parse, parseFragment, serialize, defaultTreeAdapter as tree} from 'parse5'
import {describe, expect, it} from 'vitest'
import {type Block, type Page, toDocument, toHTML, toMarkdown, toPlainText} from '../../src/index.ts'
import {samplePages} from '../browser/sample-pages.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const jobDescription: Page = {
  kind: 'jobDescription',
  title: 'Baker — Job Description',
  eyebrow: null,
  intro: null,
  seoTitle: 'Baker — Job Description',
  description: 'Baker — Job Description',
  language: 'en',
  sections: [
    {
      name: 'responsibilities',
      heading: 'Responsibilities',
      blocks: [{kind: 'list', items: [{text: "Bake the town's bread.", lead: null, details: []}]}],
    },
    {name: 'reporting-structure', heading: 'Reporting', blocks: [{kind: 'paragraph', text: 'Reports to <nobody>.'}]},
  ],
}

const page: Page = {
  ...jobDescription,
  kind: 'page',
  title: 'Baker',
  seoTitle: 'Baker wanted',
  description: 'What a baker does.',
  sections: [
    ...jobDescription.sections,
    {name: 'job-description', heading: 'Full text', blocks: [{kind: 'verbatim', page: jobDescription}]},
  ],
}

const edited = '\u200b\u200c\u200d\u2060\u2061\u2062'
const hostile = "</title></head>\"><script>alert(1)</script><img src=x onerror=alert(1)>' onload='alert(1)"

describe('the head', () => {
  it('names the page for the tab, for search engines and for link previews', () => {
    const document = elements(toDocument(page, {url: 'https://example.com/roles/baker'}))
    expect(textOf(document.find(named('title')))).toBe('Baker wanted')
    expect(metaOf(document)).toEqual({
      viewport: 'width=device-width, initial-scale=1',
      description: 'What a baker does.',
      'color-scheme': 'light dark',
      'og:type': 'article',
      'og:title': 'Baker wanted',
      'og:description': 'What a baker does.',
      'og:url': 'https://example.com/roles/baker',
    })
    expect(linksOf(document)).toEqual({canonical: 'https://example.com/roles/baker', stylesheet: 'roleprint.css'})
  })

  it('lets no text and no address break out', () => {
    const plain = elements(toDocument(page, {url: 'https://example.com/', jsonLd: '{}'}))
    const attacked = elements(
      toDocument(
        {...page, title: hostile, seoTitle: hostile, description: hostile, language: hostile},
        {
          url: 'https://example.com/',
          stylesheet: hostile,
          script: hostile,
          jsonLd: JSON.stringify({name: '</script><script>alert(1)</script><!--<script>'}),
        },
      ),
    )
    expect(attacked.map(shape)).toEqual(plain.map(shape))
    expect(textOf(attacked.find(named('title')))).toBe(hostile)
    expect(metaOf(attacked)).toMatchObject({description: hostile, 'og:title': hostile})
    expect(linksOf(attacked).stylesheet).toBe(hostile)
    expect(attribute(attacked.find(named('html')), 'lang')).toBe('en')
    expect(JSON.parse(jsonLdOf(attacked))).toEqual({name: '</script><script>alert(1)</script><!--<script>'})
  })

  it('prints no address that is none', () => {
    for (const url of ['javascript:alert(1)', '//evil.example', '', null]) {
      const document = elements(toDocument(page, {url}))
      expect(linksOf(document)).toEqual({stylesheet: 'roleprint.css'})
      expect(metaOf(document)).not.toHaveProperty('og:url')
    }
  })

  it('names the site and the page in other languages, and takes what else a site puts there', () => {
    const document = toDocument(page, {
      siteName: hostile,
      alternates: [
        {hreflang: 'de', href: 'https://example.com/baecker'},
        {hreflang: hostile, href: 'https://example.com/'},
        {hreflang: 'x-default', href: 'javascript:alert(1)'},
      ],
      head: '<link rel="icon" href="own.svg">',
    })
    const head = elements(document).filter((element) => isWithin(element, 'head'))
    const links = head.filter(named('link'))
    expect(metaOf(head)).toMatchObject({'og:site_name': hostile})
    expect(links.map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')])).toEqual([
      ['de', 'https://example.com/baecker'],
      [hostile, 'https://example.com/'],
      [null, 'roleprint.css'],
      [null, 'own.svg'],
    ])
    expect(head.at(-1)).toBe(links.at(-1))
  })

  it('keeps edit markers out of everything but the visible text', () => {
    const marked = JSON.parse(JSON.stringify(page).replaceAll('Baker', `Ba${edited}ker`)) as Page
    const document = elements(toDocument(marked))
    const head = document.filter((element) => isWithin(element, 'head'))
    expect(textOf(document.find(named('h1')))).toBe(`Ba${edited}ker`)
    expect(textOf(head.find(named('title')))).toBe('Baker wanted')
    expect(JSON.stringify(document.flatMap(({attrs}) => attrs))).not.toContain(edited)
    for (const copied of ['html', 'text', 'markdown']) expect(sourceOf(document, copied)).not.toContain(edited)
    expect(textOf(document.find(classed('roleprint-text')))).not.toContain(edited)
  })
})

describe('the language', () => {
  it('is said as BCP 47 spells it', () => {
    expect(languageOf({...page, language: 'de-at'})).toBe('de-AT')
  })

  it('chooses the labels, whatever the region', () => {
    expect(labelsOf({...page, language: 'de-AT'})).toEqual(['Stellenbeschreibung kopieren', 'Markdown kopieren'])
    expect(labelsOf({...page, language: 'en-GB'})).toEqual(['Copy job description', 'Copy Markdown'])
  })

  it('is English for the labels nobody has translated', () => {
    expect(labelsOf({...page, language: 'fr'})).toEqual(['Copy job description', 'Copy Markdown'])
    expect(languageOf({...page, language: 'fr'})).toBe('fr')
  })
})

describe('the text to copy', () => {
  const document = elements(toDocument(page))

  it('is shown as it is copied', () => {
    expect(textOf(document.find(classed('roleprint-text')))).toBe(toPlainText(jobDescription))
  })

  it('can be scrolled with the keyboard, in every browser, and has a name', () => {
    const box = document.find(classed('roleprint-verbatim'))
    expect(box?.attrs).toEqual(
      expect.arrayContaining([
        {name: 'tabindex', value: '0'},
        {name: 'aria-label', value: 'Baker — Job Description'},
      ]),
    )
  })

  it('lies ready as rich text, plain text and Markdown', () => {
    expect(sourceOf(document, 'html')).toBe(serialize(parseFragment(toHTML(jobDescription))))
    expect(sourceText(document, 'text')).toBe(toPlainText(jobDescription))
    expect(sourceText(document, 'markdown')).toBe(toMarkdown(jobDescription))
  })

  it('is not offered where there is none', () => {
    const empty = elements(toDocument({...page, sections: []}))
    expect(empty.filter(named('button'))).toEqual([])
    expect(empty.filter(named('template'))).toEqual([])
  })
})

describe('the body', () => {
  it('lists its sections, and links to each of them', () => {
    const document = elements(toDocument(page))
    const links = document.filter(classed('roleprint-contents-link'))
    expect(links.map(textOf)).toEqual(['Responsibilities', 'Reporting', 'Full text'])
    const targets = links.map((link) => attribute(link, 'href')?.slice(1))
    expect(document.filter(named('section')).map((section) => attribute(section, 'id'))).toEqual(
      expect.arrayContaining(targets),
    )
  })

  it('has no contents where they would be longer than the page', () => {
    const document = elements(toDocument({...page, sections: page.sections.slice(0, 2)}))
    expect(document.filter(named('nav'))).toEqual([])
  })

  it('puts HTML of your own before the page', () => {
    const body = elements(toDocument(page, {before: '<header id="own">Own</header>'})).filter(
      ({parentNode}) => parentNode?.nodeName === 'body',
    )
    expect(body.map(({tagName}) => tagName)).toEqual(['a', 'header', 'main'])
  })

  it('dresses a job description like any other page', () => {
    const document = elements(toDocument(jobDescription))
    expect(textOf(document.find(classed('roleprint-title')))).toBe('Baker — Job Description')
    expect(document.filter(classed('roleprint-section'))).toHaveLength(2)
    expect(document.filter(named('button'))).toHaveLength(2)
    expect(sourceText(document, 'text')).toBe(toPlainText(jobDescription))
  })

  it('folds questions away, all but the first', () => {
    const questions = ['How early?', 'How late?'].map((question) => ({
      question,
      answer: [{kind: 'paragraph', text: 'At four.'} as const],
    }))
    const document = elements(
      toDocument({...page, sections: [{name: 'faqs', heading: 'Questions', blocks: [{kind: 'questions', questions}]}]}),
    )
    expect(document.filter(classed('roleprint-question')).map((element) => attribute(element, 'open'))).toEqual([
      '',
      null,
    ])
  })

  it('lets no text of any block break out', () => {
    expect(elements(toDocument(pageSaying(hostile))).map(shape)).toEqual(
      elements(toDocument(pageSaying('plain'))).map(shape),
    )
  })

  it('needs no inline style, script or handler on any sample page', async () => {
    for (const [path, document] of await samplePages()) {
      const all = elements(document)
      expect(all.length, path).toBeGreaterThan(40)
      const inline = all.flatMap(({tagName, attrs}) =>
        attrs.filter(({name}) => name === 'style' || name.startsWith('on')).map(({name}) => `${tagName} ${name}`),
      )
      expect(inline, path).toEqual([])
      expect(all.filter(named('style')), path).toEqual([])
      const scripts = all.filter(named('script')).filter((script) => attribute(script, 'src') === null)
      expect(
        scripts.map((script) => attribute(script, 'type')),
        path,
      ).toEqual(path === '/job-description' ? [] : ['application/ld+json'])
    }
  })
})

function pageSaying(text: string): Page {
  const words: Block[] = [
    {kind: 'paragraph', text},
    {kind: 'prose', content: [{_type: 'block', children: [{_type: 'span', text}], markDefs: []}]},
    {kind: 'list', items: [{text: `${text}: ${text}`, lead: text, details: [text]}]},
    {kind: 'facts', facts: [{label: text, text, datetime: text}]},
    {kind: 'tags', tags: [text]},
    {kind: 'links', links: [{text, href: text}]},
    {kind: 'image', src: text, alt: text, width: 1, height: 1},
  ]
  const blocks: Block[] = [
    ...words,
    {kind: 'groups', groups: [{heading: text, note: text, blocks: words}]},
    {kind: 'questions', questions: [{question: text, answer: words}]},
  ]
  const names = ['key-facts', 'responsibilities', 'author', 'last-updated'] as const
  const said: Page = {...page, title: text, eyebrow: text, intro: text, seoTitle: text, description: text}
  const sections = names.map((name) => ({name, heading: text, blocks}))
  const shown: Page = {...said, kind: 'jobDescription', sections}
  return {
    ...said,
    sections: [...sections, {name: 'job-description', heading: text, blocks: [{kind: 'verbatim', page: shown}]}],
  }
}

function elements(document: string): Element[] {
  const walk = (node: Node): Element[] => [
    ...(tree.isElementNode(node) ? [node] : []),
    ...('content' in node ? walk(node.content) : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ]
  return walk(parse(document))
}

const named =
  (tag: string) =>
  ({tagName}: Element): boolean =>
    tagName === tag

const classed = (name: string) => (element: Element) => (attribute(element, 'class') ?? '').split(' ').includes(name)

const shape = ({tagName, attrs}: Element): string => [tagName, ...attrs.map(({name}) => name)].join(' ')

function attribute(element: Element | undefined, wanted: string): string | null {
  return element?.attrs.find(({name}) => name === wanted)?.value ?? null
}

function textOf(node: Node | undefined): string {
  if (!node) return ''
  if (tree.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function isWithin(element: Element, tag: string): boolean {
  const {parentNode} = element
  return (
    parentNode !== null && tree.isElementNode(parentNode) && (parentNode.tagName === tag || isWithin(parentNode, tag))
  )
}

const metaOf = (document: Element[]) =>
  Object.fromEntries(
    document
      .filter(named('meta'))
      .map((meta) => [attribute(meta, 'name') ?? attribute(meta, 'property'), attribute(meta, 'content')])
      .filter(([name]) => name !== null),
  )

const linksOf = (document: Element[]) =>
  Object.fromEntries(document.filter(named('link')).map((link) => [attribute(link, 'rel'), attribute(link, 'href')]))

const jsonLdOf = (document: Element[]): string =>
  textOf(document.find((element) => attribute(element, 'type') === 'application/ld+json'))

const languageOf = (page: Page) => attribute(elements(toDocument(page)).find(named('html')), 'lang')

const labelsOf = (page: Page): string[] => {
  const labels = elements(toDocument(page)).filter(named('button')).map(textOf)
  return [...new Set(labels)]
}

function sourceOf(document: Element[], flavour: string): string {
  const template = document.find(classed(`roleprint-copy-${flavour}`))
  return serialize(tree.getTemplateContent(template as DefaultTreeAdapterMap['template']))
}

const sourceText = (document: Element[], flavour: string): string => textOf(parseFragment(sourceOf(document, flavour)))

describe('a document that stands alone', () => {
  it('brings its style sheet along and asks for no file', () => {
    const html = toDocument(page, {styles: 'p > b { color: red }', script: null})
    const asked = elements(html).filter(({tagName}) => tagName === 'link' || tagName === 'script')
    expect(asked.filter(({attrs}) => attrs.some(({name}) => name === 'src' || name === 'href'))).toEqual([])
    expect(html).toContain('<style>p > b { color: red }</style>')
  })

  it('is not left by a style sheet that ends its element', () => {
    const html = toDocument(page, {styles: 'a{content:"</style><script>alert(1)</script>"}', script: null})
    expect(elements(html).filter(({tagName}) => tagName === 'script')).toEqual([])
  })
})
