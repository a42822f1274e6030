import type {Page} from '../page/page-type.ts'
import {cleanStega} from '../text/stega.ts'
import type {DocumentWords} from './document-words.ts'
import {toHTML} from './html.ts'
import {attribute} from './html-attributes.ts'
import {escapeHTML} from './html-escape.ts'
import {toMarkdown} from './markdown.ts'
import {toPlainText} from './text.ts'

/** The page to copy: a job description itself, or the one that a role page shows. */
export function copyablePage(page: Page): Page | null {
  if (page.kind === 'jobDescription') return page
  const shown = page.sections.flatMap(({blocks}) => blocks).find((block) => block.kind === 'verbatim')
  return shown ? shown.page : null
}

/** What the script puts on the clipboard, in elements that show and do nothing by themselves. */
export const copySources = (page: Page): string =>
  [
    template('html', cleanStega(toHTML(page))),
    template('text', escapeHTML(toPlainText(page))),
    template('markdown', escapeHTML(toMarkdown(page))),
  ].join('')

/** The plain text as it is copied, with its headings set off for the eye. */
export function copyableText({title, sections}: Page): string {
  const parts = sections.map((section) => headed(section.heading, toPlainText(section).slice(0, -1)))
  return `${[headed(title, cleanStega(title)), ...parts].join('\n\n')}\n`
}

function headed(heading: string | null, text: string): string {
  const shown = cleanStega(heading ?? '')
  return `${shown && `<strong>${escapeHTML(shown)}</strong>`}${escapeHTML(text.slice(shown.length))}`
}

const template = (flavour: string, html: string): string =>
  `<template class="roleprint-copy-${flavour}">${html}</template>`

/** The button that matters most. Hidden until the script is there to answer it. */
export const copyAction = (words: DocumentWords, own = ''): string => actions([jobDescriptionButton(words)], own)

/** Both buttons. */
export const copyActions = (words: DocumentWords, own = ''): string =>
  actions([jobDescriptionButton(words), markdownButton(words)], own)

const actions = (buttons: string[], own: string): string =>
  `<div class="roleprint-actions"${own} hidden>${buttons.join('')}<span class="roleprint-status" role="status"></span></div>`

const jobDescriptionButton = (words: DocumentWords): string =>
  button('job-description', 'roleprint-button', words.copyJobDescription, words.jobDescriptionCopied, words)

const markdownButton = (words: DocumentWords): string =>
  button('markdown', 'roleprint-button roleprint-button-quiet', words.copyMarkdown, words.markdownCopied, words)

const button = (what: string, className: string, label: string, status: string, words: DocumentWords): string =>
  `<button type="button" class="${className}" data-copy="${what}"${attribute('data-copied', words.copied)}${attribute('data-status', status)}${attribute('data-failed', words.copyFailed)}>${escapeHTML(label)}</button>`
