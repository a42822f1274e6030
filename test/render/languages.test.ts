import {type DefaultTreeAdapterMap, parse, parseFragment, defaultTreeAdapter as tree} from 'parse5'
import {describe, expect, it} from 'vitest'
import {documentFindings} from '../../src/checks.ts'
import {
  compareRole,
  comparisonToHTML,
  de,
  jobDescription,
  jsonLd,
  pageLanguages,
  type Role,
  rolePage,
  toDocument,
  toHTML,
  wordsFor,
} from '../../src/index.ts'
import {shareFile} from '../../src/share.ts'
import {fullRole} from '../arbitrary/full-role.ts'

type Node = DefaultTreeAdapterMap['node']

/** The language and the direction a text has, and the text. `auto` goes by its first letter. */
interface Said {
  text: string
  lang: string | null
  dir: string | null
}

function saidIn(node: Node, lang: string | null = null, dir: string | null = null): Said[] {
  if (tree.isTextNode(node)) return node.value.trim() === '' ? [] : [{text: node.value, lang, dir}]
  if (!('childNodes' in node) || (tree.isElementNode(node) && /^(?:script|style|title)$/.test(node.tagName))) return []
  const own = (name: string) => (tree.isElementNode(node) ? node.attrs.find((each) => each.name === name)?.value : null)
  return node.childNodes.flatMap((child) => saidIn(child, own('lang') ?? lang, own('dir') ?? dir))
}

const said = (html: string): Said[] => saidIn(/^<!DOCTYPE/.test(html) ? parse(html) : parseFragment(html))
const of = (html: string, wanted: string): Said[] => said(html).filter(({text}) => text.includes(wanted))

const title = 'مهندس بيانات (C++)'
const written = 'ينقل البيانات'
const role = (language: string): Role => ({
  ...fullRole((plain) => (plain === 'Data Engineer' ? title : plain === 'Moves data' ? written : plain)),
  language,
})

const rightToLeft = [
  'ar',
  'fa',
  'he',
  'iw',
  'ur',
  'az-Arab',
  'pa-Arab-PK',
  'pa-PK',
  'dv',
  'yi',
  'ckb',
  'ku-Arab',
  'sd',
  'ug',
  'ps-AF',
  'nqo',
  'syr',
  'ff-Adlm',
  'rhg',
  'uz-AF',
]
const leftToRight = ['fr', 'ks-Deva', 'az', 'ku', 'ha', 'ja', 'pa-IN', 'sr-Latn', 'zh-Hant-TW', 'tlh', 'mn']

const canonical = (tag: string): string => Intl.getCanonicalLocales(tag)[0] ?? ''

describe('a role in a language without phrases', () => {
  it.each([...rightToLeft.map((tag) => [tag, 'rtl'] as const), ...leftToRight.map((tag) => [tag, 'ltr'] as const)])(
    'says of each text which language it is in: %s, %s',
    (tag, dir) => {
      const lang = canonical(tag)
      const page = rolePage(role(tag))
      expect(page.language).toBe(lang)
      const prints = [toDocument(page), toHTML(page), page.sections.map((section) => toHTML(section)).join('')]
      for (const html of prints) {
        expect(of(html, written)[0]).toMatchObject({lang, dir})
        // In the text to copy it stands as in any other system, where it finds its own direction.
        const labels = of(html, 'Must-have skills').filter(({dir}) => dir !== 'auto')
        expect(labels.length).toBeGreaterThan(1)
        for (const label of labels) expect(label).toMatchObject({lang: 'en', dir: 'ltr'})
        // A title may begin with letters of another script.
        for (const each of of(html, title).filter(({text}) => text === title)) {
          expect(each).toEqual({text: title, lang, dir: 'auto'})
        }
        for (const each of said(html)) expect(each, each.text).toEqual({...each, lang: expect.any(String)})
      }
      expect(jsonLd(role(tag))['@graph'][0]).toMatchObject({inLanguage: lang})
      expect(toDocument(page)).toContain(dir === 'rtl' ? `<html lang="${lang}" dir="rtl">` : `<html lang="${lang}">`)
    },
  )

  it('marks what only the theme says as English', () => {
    const html = toDocument(rolePage(role('ar')))
    for (const words of ['Skip to the content', 'Contents', 'Copy job description', 'Copy Markdown']) {
      expect(of(html, words)[0]).toMatchObject({lang: 'en', dir: 'ltr'})
    }
  })

  it('keeps the copy of the job description free of all attributes, and its document whole', () => {
    const description = jobDescription(role('ar'))
    expect(toHTML(description)).not.toMatch(/<(?!a )\w+ /)
    expect(toDocument(description)).toContain('<html lang="ar" dir="rtl">')
    expect(of(toDocument(description), written)[0]).toMatchObject({lang: 'ar', dir: 'rtl'})
  })

  it('lets each line of a comparison and of a file for review find its own direction', () => {
    const after = {...role('ar'), title: 'مهندسة'}
    const html = comparisonToHTML(compareRole(role('ar'), after), {roleLanguage: 'ar'})
    for (const each of of(html, 'بيانات')) expect(each).toMatchObject({lang: 'ar', dir: 'auto'})
    const file = shareFile({before: role('ar'), after})
    for (const each of of(file, written)) expect(each).toMatchObject({lang: 'ar', dir: 'auto'})
  })

  it('is a finding', () => {
    const found = documentFindings({...role('ar'), _type: 'role', _id: 'role-x'}, [])
    expect(found.filter(({id}) => id === 'unknown-language')).toMatchObject([{path: ['language'], severity: 'warning'}])
  })

  it('is known by the list that the schema reads', () => {
    for (const tag of Object.keys(pageLanguages)) expect(wordsFor(tag)?.language).toBe(tag)
    for (const tag of ['ar', 'fr', 'nl', 'es']) expect(wordsFor(tag) === null).toBe(!Object.hasOwn(pageLanguages, tag))
  })
})

describe('a role in a language with phrases', () => {
  it.each(['en', 'en-GB', 'de', 'de-AT'])('has its language on the document alone: %s', (tag) => {
    const page = rolePage(role(tag))
    expect(toDocument(page)).toContain(`<html lang="${tag}">`)
    expect(toHTML(page)).not.toMatch(/ (?:lang|dir)=/)
  })

  it('may have them from whoever prints it', () => {
    const page = rolePage(role('ar'), {words: {...de, language: 'ar'}})
    expect(toHTML(page)).not.toMatch(/ (?:lang|dir)=/)
    expect(toDocument(page)).toContain('<html lang="ar" dir="rtl">')
  })

  it.each(['', 'not a tag', 'x', 'de_DE', '"><script>'])('or a tag that is none, which no output names: %j', (tag) => {
    const html = toDocument(rolePage(role(tag)))
    expect(html).toContain('<html lang="en">')
    expect(jsonLd(role(tag))['@graph'][0]).toMatchObject({inLanguage: 'en'})
  })
})
