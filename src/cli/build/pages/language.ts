import {en, type Words, wordsFor} from '../../../index.ts'

/** The words of the roles in a language; English where nobody has written them yet. */
export const roleWordsFor = (language: string): Words => wordsFor(language) ?? en

/** The tag as BCP 47 spells it, or `null` where it is none. */
export function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

// Thousands of roles ask for the same few, and `Intl` is slow to ask.
function once<Made>(make: (tag: string) => Made): (tag: string) => Made {
  const made = new Map<string, {value: Made}>()
  return (tag) => {
    const known = made.get(tag) ?? {value: make(tag)}
    made.set(tag, known)
    return known.value
  }
}

/** A language in its own words, as somebody who looks for it knows it: "Deutsch". */
export const nameOf = once((tag): string => {
  try {
    const name = new Intl.DisplayNames(tag, {type: 'language'}).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
})

/** A language as Open Graph spells it, which asks for a territory: `de_DE`. `null` for what is no language. */
export const openGraphLocale = once((tag): string | null => {
  try {
    const {language, region} = new Intl.Locale(tag).maximize()
    return region ? `${language}_${region}` : null
  } catch {
    return null
  }
})
