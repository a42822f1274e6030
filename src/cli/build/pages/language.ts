import {en, type Words, wordsFor} from '../../../index.ts'

/** The words of the roles in a language; English where nobody has written them yet. */
export const roleWordsFor = (language: string): Words => wordsFor(language) ?? en

/** A language in its own words, as somebody who looks for it knows it: "Deutsch". */
export function nameOf(language: string): string {
  try {
    const name = new Intl.DisplayNames(language, {type: 'language'}).of(language) ?? language
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return language
  }
}

// Thousands of pages ask for the same few.
const locales = new Map<string, string | null>()

/** A language as Open Graph spells it, which asks for a territory: `de_DE`. `null` for what is no language. */
export function openGraphLocale(tag: string): string | null {
  const known = locales.get(tag)
  if (known !== undefined) return known
  const locale = localeOf(tag)
  locales.set(tag, locale)
  return locale
}

function localeOf(tag: string): string | null {
  try {
    const {language, region} = new Intl.Locale(tag).maximize()
    return region ? `${language}_${region}` : null
  } catch {
    return null
  }
}
