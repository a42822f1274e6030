import {legacyStegaEncode, vercelStegaCombine} from '@vercel/stega'
import {describe, expect, it} from 'vitest'
import {
  jobDescription,
  type Role,
  roleBySlug,
  rolePage,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {cleanStega} from '../../src/text/stega.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const marker = {origin: 'sanity.io', href: 'https://example.com/studio/intent/edit/id=role-any;path=title'}
const clean = fullRole((plain) => plain)

const encodings: Record<string, (plain: string) => string> = {
  'the encoding of today': (plain) => vercelStegaCombine(plain, marker, false),
  'the encoding of before': (plain) => plain + legacyStegaEncode(marker),
  'an encoding that was cut off': (plain) => vercelStegaCombine(plain, marker, false).slice(0, plain.length + 9),
  'an encoding cut off in the middle of a character': (plain) =>
    (plain + legacyStegaEncode(marker)).slice(0, plain.length + 27),
}

describe.each(Object.entries(encodings))('with edit markers in every text, in %s', (_name, encode) => {
  const role = fullRole(encode)

  it('prints clean Markdown, plain text and structured data', () => {
    expect(role.title).not.toBe(clean.title)
    expect(toMarkdown(jobDescription(role))).toBe(toMarkdown(jobDescription(clean)))
    expect(toMarkdown(rolePage(role))).toBe(toMarkdown(rolePage(clean)))
    expect(toPlainText(jobDescription(role))).toBe(toPlainText(jobDescription(clean)))
    expect(toJsonLd(role)).toBe(toJsonLd(clean))
    expect(toMarkdown(jobDescription(role, {level: 'mid'}))).toBe(toMarkdown(jobDescription(clean, {level: 'mid'})))
  })

  it('keeps them in the visible text of a page and nowhere else', () => {
    const html = toHTML(rolePage(role))
    expect(cleanStega(html)).not.toBe(html)
    expect(textNodesCleaned(html)).toBe(toHTML(rolePage(clean)))
    const head = (document: string): string => document.slice(0, document.indexOf('<body'))
    expect(head(toDocument(rolePage(role), {jsonLd: toJsonLd(role)}))).toBe(
      head(toDocument(rolePage(clean), {jsonLd: toJsonLd(clean)})),
    )
  })
})

// Each text node by itself, as a browser holds it: a marker that was cut off ends with its text.
const textNodesCleaned = (html: string): string => html.replace(/[^<>&;,.:?/()]+/g, (text) => cleanStega(text))

describe('edit markers in what machines compare', () => {
  it('are gone when the answer has been parsed', () => {
    const encode = (plain: string): string => vercelStegaCombine(plain, marker, false)
    const answer = {
      ...clean,
      slug: encode(clean.slug),
      language: encode('en'),
      reviewedOn: encode('2026-04-12'),
      levels: clean.levels?.map((level) => ({...level, level: encode(level.level)})),
      startingPrice: {...clean.startingPrice, currency: encode('USD'), unit: encode('MONTH')},
      kpis: clean.kpis?.map((kpi) => ({
        ...kpi,
        targets: kpi.targets?.map((target) => ({...target, comparator: encode(target.comparator)})),
      })),
      faqs: clean.faqs?.map((faq) => ({...faq, audience: encode(faq.audience)})),
      site: {...clean.site, siteUrl: encode('https://example.com'), rolesPath: encode('/roles')},
    }
    expect(roleBySlug('any').parse(answer)).toEqual(clean)
    expect(roleBySlug('any').parseDraft(answer)).toEqual(clean satisfies Role)
  })

  it('are gone from the address of a link in rich text', () => {
    const summary = structuredClone(clean.summary) as unknown as {markDefs: {href: string}[]}[]
    const link = summary[0]?.markDefs[0]
    if (link) link.href += legacyStegaEncode(marker)
    expect(toHTML(jobDescription({...clean, summary: summary as unknown as Role['summary']}))).toContain(
      'href="https://example.com/"',
    )
  })
})

describe('invisible characters that belong to the text', () => {
  it.each([
    ['a family of emoji', '👩‍💻 and 👨‍👩‍👧'],
    ['a Persian word', 'می‌خواهم'],
    ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a soft hyphen', 'Stellen\u00adbeschreibung'],
  ])('stay: %s', (_name, text) => {
    const role = fullRole(() => text)
    expect(cleanStega(text)).toBe(text)
    expect(toMarkdown(jobDescription(role))).toContain(text)
    expect(toPlainText(jobDescription(role))).toContain(text)
  })
})
