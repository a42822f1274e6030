import {de} from './de.ts'
import {en} from './en.ts'
import type {Words} from './words.ts'

const locales: readonly Words[] = [en, de]

/**
 * The words for a language tag. A region keeps its own dates and numbers: `en-GB` gives English words and
 * "12 April 2026". `null` where nobody has written the words of this language yet.
 */
export function wordsFor(language: string): Words | null {
  const tag = canonicalTag(language)
  const words = locales.find((words) => tag === words.language || tag?.startsWith(`${words.language}-`))
  return words && tag && tag !== words.language ? {...words, language: tag} : (words ?? null)
}

/** The tag as BCP 47 spells it, or `null` where it is none. */
export function canonicalTag(language: string): string | null {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null
  } catch {
    return null
  }
}
