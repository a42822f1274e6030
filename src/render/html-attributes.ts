import {directionOf} from '../locale/direction.ts'
import {cleanStega} from '../text/stega.ts'
import {escapeHTML} from './html-escape.ts'

// Enough for utility classes such as `md:w-1/2` and `p-[2px]`; nothing that could end an attribute.
const classToken = /^[\w:/.[\]-]+$/

/** ` class="…"` for the names that are given, the odd ones left out. */
export function classAttribute(names: unknown): string {
  const tokens = typeof names === 'string' ? names.split(/\s+/).filter((token) => classToken.test(token)) : []
  return tokens.length > 0 ? ` class="${tokens.join(' ')}"` : ''
}

/** The prefix as the beginning of a valid id: a letter first, then letters, digits, `-` and `_`. */
export const safeIdPrefix = (prefix = ''): string => String(prefix).replace(/^[^A-Za-z]+|[^\w-]/g, '')

/** ` name="value"`, or nothing for a value that is not there. */
export const attribute = (name: string, value: string | number | null): string =>
  value === null ? '' : ` ${name}="${escapeHTML(cleanStega(String(value)))}"`

/** ` lang="ar" dir="rtl"` */
export const languageAttributes = (language: string): string =>
  `${attribute('lang', language)} dir="${directionOf(language)}"`
