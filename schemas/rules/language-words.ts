import {pageLanguages} from '../../src/model/vocabulary.ts'

/** A page has words of its own, which are written for some languages, whatever the region. A tag that is none is told elsewhere. */
export function languageWordsProblem(tag: unknown): string | true {
  const [language = ''] = typeof tag === 'string' ? tag.toLowerCase().split('-', 1) : []
  return (
    language === '' ||
    !/^[a-z]{2,8}$/.test(language) ||
    Object.hasOwn(pageLanguages, language) ||
    `There are no phrases for “${tag}” yet: the page’s headings and labels are in English, unless your site passes its own.`
  )
}
