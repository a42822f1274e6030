import {en, type Words, wordsFor} from '../../../index.ts'
import {type Markup, markup} from '../../site/markup.ts'
import {once} from './once.ts'

/** The words of the roles in a language; English where nobody has written them yet. */
export const roleWordsFor = (language: string): Words => wordsFor(language) ?? en

/** The tag as BCP 47 spells it, or `null` where it is none. */
export const canonicalTag = once((tag): string | null => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
})

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

/** ` lang="en" dir="ltr"` for words of the site on a page in another language; nothing where it is theirs. */
export const ownLanguage = (words: {language: string}, language: string): Markup | null =>
  new Intl.Locale(language).language === words.language ? null : markup` lang="${words.language}" dir="ltr"`
