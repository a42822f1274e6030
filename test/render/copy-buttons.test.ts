import {describe, expect, it} from 'vitest'
import {copyButtons, documentClasses, jobDescription, rolePage, toDocument, toHTML} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const role = fullRole((plain) => plain)
const html = toHTML(rolePage(role), {classes: documentClasses, copy: copyButtons})

const partsOf = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([part]) => part)
const buttons = /<button [^>]*data-copy="[^"]*"[^>]*>[^<]*<\/button>/g
const sources = /<template class="roleprint-copy-\w+">.*?<\/template>/gs

describe('copy buttons', () => {
  it('are those of the whole document, with the same to copy', () => {
    const whole = toDocument(rolePage(role))
    // Beside its title, the document has one of them once more.
    expect(partsOf(html, buttons)).toEqual(partsOf(whole, buttons).slice(1))
    expect(partsOf(html, sources)).toEqual(partsOf(whole, sources))
    expect(partsOf(html, sources)[0]).toContain(toHTML(jobDescription(role)))
  })

  it('stand above the job description, hidden, and change nothing else', () => {
    const plain = toHTML(rolePage(role), {classes: documentClasses})
    const around = html
      .replace(/<div class="roleprint-actions" hidden>.*?<\/div>/, '')
      .replace('<div class="roleprint-copy-text">', '')
      .replace('</blockquote></div>', '</blockquote>')
      .replace(sources, '')
    expect(around).toBe(plain)
    expect(html.indexOf('roleprint-actions')).toBeLessThan(html.indexOf('<blockquote'))
  })

  it('are in the language of the page, or say that they are not', () => {
    const words = (language: string) => toHTML(rolePage({...role, language}), {copy: copyButtons})
    expect(words('de')).toContain('<div class="roleprint-actions" hidden>')
    expect(words('de')).toContain('>Stellenbeschreibung kopieren</button>')
    expect(words('ar')).toContain('<div class="roleprint-actions" lang="en" dir="ltr" hidden>')
  })

  it('may be of one’s own, around one’s own markup, and a role without a text to copy has none', () => {
    const copy = (_: unknown, html: string) => `<b>${html}</b>`
    const own = {components: {blocks: {verbatim: () => '<i></i>'}}, copy}
    expect(toHTML(rolePage(role), own)).toContain('<b><i></i></b>')
    expect(toHTML(jobDescription(role), {copy: copyButtons})).toBe(toHTML(jobDescription(role)))
  })
})
