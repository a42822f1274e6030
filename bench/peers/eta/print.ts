import {fileURLToPath} from 'node:url'
import {Eta} from 'eta'
import type {Role} from '../../../src/index.ts'
import * as derived from '../derived.ts'
import {escapeHTML, escapeJSON, escapeMarkdown} from '../escape.ts'
import * as formats from '../format.ts'
import {richTextHTML, richTextMarkdown, richTextPlain} from '../rich-text.ts'
import {wordsOf} from '../words-of.ts'

// Compiled once and kept: what a site in production does.
const engineFor = (escapeFunction: (value: unknown) => string) =>
  new Eta({views: fileURLToPath(new URL('.', import.meta.url)), cache: true, autoTrim: false, escapeFunction})

const html = engineFor((value) => escapeHTML(String(value)))
const markdown = engineFor((value) => escapeMarkdown(String(value)))
const json = engineFor((value) => escapeJSON(JSON.stringify(value)))

export const pageHTML = (role: Role): string =>
  html.render('./page', {...dataFor(role), richText: richTextHTML, quote: quoteHTML(role)})

export const jobDescriptionMarkdown = (role: Role): string =>
  markdown.render('./job-description', {...dataFor(role), richText: richTextMarkdown})

const quoteHTML = (role: Role): string => html.render('./quote', {...dataFor(role), richText: richTextHTML})

export const jsonLd = (role: Role, url: string): string =>
  json.render('./json-ld', {...dataFor(role), richText: richTextPlain, url})

const dataFor = (role: Role) => ({
  role,
  words: wordsOf(role),
  format: formats.formattersFor(role.language),
  derived,
  formats,
})
