import {escapeHTML} from '../render/html-escape.ts'
import type {Word} from './role-diff.ts'

const print: Record<Word['kind'], (text: string) => string> = {
  same: (text) => text,
  added: (text) => `<ins>${text}</ins>`,
  removed: (text) => `<del>${text}</del>`,
}

/** Words as HTML: what goes is in `del`, what comes in `ins`. */
export const markHTML = (words: readonly Word[]): string =>
  words.map(({text, kind}) => print[kind](escapeHTML(text))).join('')
