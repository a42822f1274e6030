import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'

interface Search {
  folded(text: string): string
  searchable(text: string): string
  holds(text: string, word: string): boolean
}

/** The part of the page's script that knows nothing of the page. */
const script = readFileSync(new URL('../../../../src/cli/build/roles.js', import.meta.url), 'utf8')
const part = script.slice(script.indexOf('const spelled'), script.indexOf('const textOf'))
const {folded, searchable, holds} = new Function(`${part}; return {folded, searchable, holds}`)() as Search

const finds = (asked: string, title: string): boolean =>
  folded(asked)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => holds(searchable(title), word))

describe('the search of the list', () => {
  it.each([
    ['datenverarbeiter', 'Daten\u00adverarbeiter', 'a soft hyphen'],
    ['analyst', 'A\u200bnalyst', 'a zero-width space'],
    ['analyst', '\ufeffAna\u2060lyst', 'joiners of words'],
    ["l'ingénieur", 'Aide de l’ingénieur', 'a typographic apostrophe'],
    ['l’ingenieur', "Aide de l'ingénieur", 'the same the other way round'],
    ["l'ingenieur", 'Aide de l´ingénieur', 'an accent in the place of an apostrophe'],
    ['e-commerce', 'E\u2011Commerce Lead', 'a hyphen that does not break'],
    ['e-commerce', 'E–Commerce Lead', 'a dash'],
    ['ecommerce', 'E\u2011Commerce Lead', 'no hyphen'],
    ['strasse', 'Straßenbauer', 'ß'],
    ['straße', 'STRASSENBAUER', 'ss'],
    ['GROẞ', 'großhandel', 'a capital ß'],
    ['istanbul', 'İSTANBUL OFİSİ', 'İ'],
    ['ısı', 'ISI teknisyeni', 'ı'],
    ['ingenieur', 'Inge\u0301nieur', 'an accent in two characters'],
    ['مهندس', 'مهنـــدس بيانات', 'a tatweel'],
    ['مدرسة', 'مُدَرِّسَة', 'vowel signs'],
    ['احمد', 'أحمد', 'a hamza'],
    ['کارشناس', 'كارشناس', 'Arabic and Persian letters'],
    ['engineer', 'Ｅｎｇｉｎｅｅｒ', 'full width'],
    ['ｓｑｌ', 'SQL', 'full width in what is asked'],
    ['엔지니어', '엔지니어'.normalize('NFD'), 'Hangul in parts'],
    ['ガード', 'ｶﾞｰﾄﾞ', 'half-width kana'],
    ['ガード', 'ガード'.normalize('NFD'), 'kana in parts'],
    ['σοφός', 'ΣΟΦΌΣ', 'a sigma at the end'],
    ['מורה', 'מוֹרָה', 'Hebrew points'],
    ['エンジニア', 'データ・エンジニア', 'a middle dot'],
  ])('finds %s in %s: %s', (asked, title) => {
    expect(finds(asked, title)).toBe(true)
  })

  it.each([
    ['か', 'き'],
    ['manager', 'Engineer'],
    ['का', 'की'],
    ['al', 'Journal Editor'],
  ])('does not find %s in %s', (asked, title) => {
    expect(finds(asked, title)).toBe(false)
  })
})
