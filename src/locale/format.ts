import type {Draft} from '../model/draft.ts'
import type {KpiTarget} from '../model/kpi.ts'
import type {Level} from '../model/level.ts'
import type {Price} from '../model/price.ts'
import {label, line} from '../text/line.ts'
import type {Plural, Words} from './words.ts'

// TypeScript does not know this method yet.
interface RangePlurals extends Intl.PluralRules {
  selectRange(start: number, end: number): Intl.LDMLPluralRule
}

// Intl objects are slow to make and fast to use.
function once<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

// As many as somebody writes: 99.999999999 % is not all.
const digits = {maximumFractionDigits: 20}
const numbers = once((language) => new Intl.NumberFormat(language, digits))
const percents = once((language) => new Intl.NumberFormat(language, {style: 'unit', unit: 'percent', ...digits}))
const plurals = once((language) => new Intl.PluralRules(language) as RangePlurals)
const dates = once((language) => new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}))
const alternatives = once((language) => new Intl.ListFormat(language, {type: 'disjunction'}))
const currencies = once((languageAndCode) => {
  const [language, currency] = languageAndCode.split(' ')
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
    ...digits,
  })
})

/** "April 12, 2026", or `null` for what is no date. */
export function date(words: Words, value: string | null): {text: string; datetime: string} | null {
  const datetime = value?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? ''
  const time = Date.parse(datetime)
  // What is read leniently, as February 30 is, is another day.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(datetime)
  return isDay ? {text: dates(words.language).format(time), datetime} : null
}

/** "Head of ML, Platform Lead, or VP Engineering" */
export const anyOf = (words: Words, items: string[]): string => alternatives(words.language).format(items)

/** "8 items", "1 item" */
export const count = (words: Words, amount: number, noun: Plural): string =>
  `${numbers(words.language).format(amount)} ${noun[plurals(words.language).select(amount)] ?? noun.other}`

/** "1–3 years", "6+ years", "2 years" */
export function years(words: Words, {minYears, maxYears}: Draft<Level>): string | null {
  if (minYears === null) return null
  const least = numbers(words.language).format(minYears)
  if (maxYears === null) return `${least}+ ${words.years.other}`
  if (maxYears === minYears) return count(words, maxYears, words.years)
  const noun = words.years[plurals(words.language).selectRange(minYears, maxYears)] ?? words.years.other
  return `${least}–${numbers(words.language).format(maxYears)} ${noun}`
}

/** "$4,000/month", or `null` while a part is missing or the currency is none. */
export function price(words: Words, {amount, currency, unit}: Draft<Price>): string | null {
  if (amount === null || unit === null || currency === null || !/^[A-Z]{3}$/.test(currency)) return null
  return `${currencies(`${words.language} ${currency}`).format(amount)}/${words.priceUnits[unit]}`
}

/** "at least 99.5%, measured monthly", or `null` while a part is missing. */
export function target(words: Words, {metric, comparator, value, unit, cadence}: Draft<KpiTarget>): string | null {
  if (comparator === null || value === null) return null
  const amount = `${words.comparators[comparator]} ${quantity(words, value, unit)}`
  const phrase = cadence ? `${line(amount)}, ${words.measured(cadence)}` : amount
  const named = label(metric)
  return line(named ? words.labelled(named, phrase) : phrase)
}

const quantity = (words: Words, value: number, unit: string | null): string =>
  unit === '%' ? percents(words.language).format(value) : `${numbers(words.language).format(value)} ${unit ?? ''}`
