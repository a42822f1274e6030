import {type ChangeObject, diffWords, diffWordsWithSpace} from 'diff'
import type {Word} from './role-diff.ts'

// Texts that differ in more words than this have nothing in common worth marking, and comparing takes its square.
const maxEditLength = 400

/** Which words went and which came. Read without the added ones it is `before`, without the removed ones `after`. */
export function markWords(before: string, after: string): Word[] {
  const readable = toWords(diffWords(before, after, {maxEditLength}))
  if (readable && isExact(readable, before, after)) return readable
  // It took the liberty of moving a space: an unusual one, since a printed line has single spaces.
  return toWords(diffWordsWithSpace(before, after, {maxEditLength})) ?? wholly(before, after)
}

const toWords = (changes: ChangeObject<string>[] | undefined): Word[] | undefined =>
  changes?.map(({value, added, removed}) => ({text: value, kind: added ? 'added' : removed ? 'removed' : 'same'}))

const wholly = (before: string, after: string): Word[] => [
  {text: before, kind: 'removed'},
  {text: after, kind: 'added'},
]

const isExact = (words: Word[], before: string, after: string): boolean =>
  textWithout(words, 'added') === before && textWithout(words, 'removed') === after

const textWithout = (words: Word[], left: Word['kind']): string =>
  words.map(({text, kind}) => (kind === left ? '' : text)).join('')
