import {type LevelName, levels} from '../../../index.ts'
import {type Markup, markup} from '../../site/markup.ts'
import type {Entry} from './entry.ts'
import {nameOf, roleWordsFor} from './language.ts'
import type {Site} from './site.ts'
import {siteWordsFor} from './site-words.ts'

/**
 * The search over the list, hidden until the script is there to answer it. A choice is there only where there is one. The
 * names of the fields are those in the address.
 */
export function indexSearch(
  entries: readonly Pick<Entry, 'levels' | 'language'>[],
  site: Pick<Site, 'language'>,
): Markup | null {
  if (entries.length < 2) return null
  const words = siteWordsFor(site.language)
  const roleWords = roleWordsFor(site.language)
  const used = new Set(entries.flatMap((entry) => entry.levels))
  const levelOptions = (Object.keys(levels) as LevelName[])
    .filter((level) => used.has(level))
    .map((level) => ({value: level, label: roleWords.levels[level]}))
  const languageOptions = [...new Set(entries.map(({language}) => language))]
    .map((language) => ({value: language, label: nameOf(language)}))
    .sort((a, b) => a.label.localeCompare(b.label, roleWords.language))
  return markup`<search class="roles-search" hidden><p class="roles-field roles-field-wide"><label for="roles-q">${words.search}</label><input id="roles-q" class="roles-input" type="search" name="q" placeholder="${words.searchHint}" autocomplete="off" enterkeyhint="search" autocapitalize="none" spellcheck="false"></p>${choice('level', words.level, words.everyLevel, levelOptions)}${choice('language', words.languageLabel, words.everyLanguage, languageOptions)}</search>`
}

const choice = (
  name: string,
  label: string,
  every: string,
  options: {value: string; label: string}[],
): Markup | null =>
  options.length < 2
    ? null
    : markup`<p class="roles-field"><label for="roles-${name}">${label}</label><select id="roles-${name}" class="roles-input" name="${name}" autocomplete="off"><option value="">${every}</option>${options.map(
        ({value, label}) => markup`<option value="${value}">${label}</option>`,
      )}</select></p>`
