import {escapeHTML} from '../render/html-escape.ts'
import type {Word} from './role-diff.ts'

const print: Record<Word['kind'], (text: string) => string> = {
  same: (text) => text,
  added: (text) => `<ins>${text}</ins>`,
  removed: (text) => `<del>${text}</del>`,
}

/**
 * Words as HTML: what goes is in `del`, what comes in `ins`. A space stands between the two, since whoever copies or hears
 * the text has no marks: "$35 38" is odd, "$3538" is another price.
 */
export const markHTML = (words: readonly Word[]): string =>
  words
    .map(({text, kind}, index) => {
      const isReplaced = kind === 'added' && words[index - 1]?.kind === 'removed'
      return (isReplaced ? ' ' : '') + print[kind](escapeHTML(text))
    })
    .join('')
