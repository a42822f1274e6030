import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {describe, expect, it} from 'vitest'
import {jobDescription, rolePage, toDocument, toHTML, toJsonLd, toMarkdown, toPlainText} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {hostileStrings} from '../arbitrary/hostile-strings.ts'
import {printable} from '../arbitrary/text.ts'
import {outlineOfCommonMark} from '../read-back/commonmark.ts'
import {jobDescriptionOutline} from '../read-back/expected.ts'
import {childrenOf, outlineOfHTML, skeletonOfHTML} from '../read-back/html.ts'
import {outlineOfMdast} from '../read-back/mdast.ts'
import {linesOfOutline, linesOfPlainText} from '../read-back/plain-text.ts'

const tame = fullRole((plain) => plain)
const visible = hostileStrings.filter((text) => /[^\p{Z}\p{C}]/u.test(printable(text)))

// The list holds runs of characters that nobody can see, which the other outputs rightly take for edit markers.
const invisible = /[\u200b-\u200d\u2060-\u2063\ufeff\u{1d173}-\u{1d17a}]/gu
const withoutInvisible = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replace(invisible, ''))

// A line break in rich text is printed as one.
const withoutBreaks = (skeleton: string): string => skeleton.replaceAll('<br>', '')

describe('hostile text in every field', () => {
  it('is put through in full', () => {
    expect(hostileStrings.length).toBeGreaterThan(461)
    expect(visible.length).toBeGreaterThan(450)
  })

  it('changes no element and no attribute of any HTML', () => {
    const skeletons = [skeletonOfHTML(toHTML(rolePage(tame))), skeletonOfHTML(toHTML(jobDescription(tame)))]
    for (const text of visible) {
      const role = fullRole((plain) => `${plain} ${text}`)
      // A text in square brackets asks for a hint to fill it in: one paragraph, told already in the same element.
      const found = [skeletonOfHTML(toHTML(rolePage(role))), skeletonOfHTML(toHTML(jobDescription(role)))]
      expect(found.map(withoutBreaks)).toEqual(skeletons)
    }
  })

  it('changes no element and no attribute name of the whole document', () => {
    const skeleton = documentSkeleton(toDocument(rolePage(tame), {jsonLd: toJsonLd(tame), url: 'https://example.com/'}))
    for (const text of visible) {
      const role = fullRole((plain) => `${plain} ${text}`)
      const html = toDocument(rolePage(role), {jsonLd: toJsonLd(role), url: 'https://example.com/'})
      expect(withoutBreaks(documentSkeleton(html))).toBe(skeleton)
    }
  })

  it('is found again in every job description, and nothing else', () => {
    for (const text of visible) {
      const role = fullRole((plain) => `${text} ${plain}`)
      const page = jobDescription(role)
      const expected = jobDescriptionOutline(role, 'p')
      const asHeading = withoutInvisible(jobDescriptionOutline(role, 'h3'))
      expect(outlineOfHTML(toHTML(page))).toEqual(expected)
      expect(withoutInvisible(outlineOfCommonMark(toMarkdown(page)))).toEqual(asHeading)
      expect(withoutInvisible(outlineOfMdast(toMarkdown(page)))).toEqual(asHeading)
      expect(withoutInvisible(linesOfPlainText(toPlainText(page)))).toEqual(withoutInvisible(linesOfOutline(expected)))
    }
  })

  it('stands alone in a field as safely as in a sentence', () => {
    for (const text of visible) {
      const role = fullRole(() => text)
      const page = jobDescription(role)
      expect(outlineOfHTML(toHTML(page))).toEqual(jobDescriptionOutline(role, 'p'))
      expect(withoutInvisible(outlineOfCommonMark(toMarkdown(page)))).toEqual(
        withoutInvisible(jobDescriptionOutline(role, 'h3')),
      )
    }
  })

  it('cannot end the script of the structured data', () => {
    for (const text of hostileStrings) {
      const json = toJsonLd(fullRole((plain) => `${plain} ${text}`))
      expect(json).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.stringify(JSON.parse(json)).isWellFormed()).toBe(true)
    }
  })
})

function documentSkeleton(html: string): string {
  const print = (node: DefaultTreeAdapterTypes.Node): string => {
    const inner = [...childrenOf(node), ...('content' in node ? childrenOf(node.content) : [])].map(print).join('')
    const names = ('attrs' in node ? node.attrs : []).map(({name}) => name)
    return node.nodeName === '#text' ? '' : `<${[node.nodeName, ...names].join(' ')}>${inner}`
  }
  return print(parse(html))
}
