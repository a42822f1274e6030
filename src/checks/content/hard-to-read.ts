import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'

const enoughWords = 120
const veryHard = 30

/** Flesch's reading ease of all texts together, said once a role: single bullets are too short to be measured. */
export function hardToRead({passages, spot, isEnglish}: Subject): Finding[] {
  if (!isEnglish) return []
  const ease = readingEase(passages.map(({text}) => text))
  if (ease === null || ease >= veryHard) return []
  const message = `The texts have a reading ease of ${Math.round(ease)} on Flesch’s scale of 0 to 100, and are very hard to read below ${veryHard}. Shorten sentences, and take shorter words.`
  return [finding('hard-to-read', spot([]), message)]
}

/** Flesch (1948): 206.835 − 1.015 × words a sentence − 84.6 × syllables a word. A bullet is a sentence. */
export function readingEase(texts: readonly string[]): number | null {
  const sentences = texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+/))
    .map(wordsOf)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length < enoughWords) return null
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length)
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}][\p{L}’']*/gu) ?? []

/** By groups of vowels, without the silent e. Letters spelled out (SQL) are taken for one. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = letters.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, (end) => end[0] ?? '')
  return Math.max(spoken.match(/[aeiouy]+/g)?.length ?? 0, 1)
}
