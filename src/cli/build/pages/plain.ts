import {toPlainText} from '../../../index.ts'

// Characters that end a line or a text elsewhere, that XML forbids, or that turn round what stands after them.
const gaps = /[\p{Cc}\p{Z}]+/gu
const forbidden = /[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu

/** Authored text as one line for what machines read: no edit markers, no control characters, no halves of characters. */
export const plain = (text: string): string =>
  toPlainText({kind: 'paragraph', text}).toWellFormed().replace(forbidden, '').replace(gaps, ' ').trim()
