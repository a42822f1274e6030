import type {KpiTarget, Level, Plural, Price, Words} from '../../src/index.ts'

// Made once for each language: Intl objects are slow to make.
const formatters = new Map<string, ReturnType<typeof create>>()

const create = (language: string) => ({
  number: new Intl.NumberFormat(language, {maximumFractionDigits: 6}),
  percent: new Intl.NumberFormat(language, {style: 'unit', unit: 'percent'}),
  plural: new Intl.PluralRules(language),
  date: new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}),
  or: new Intl.ListFormat(language, {type: 'disjunction'}),
  money: new Map<string, Intl.NumberFormat>(),
})

export type Formatters = ReturnType<typeof create>

export function formattersFor(language: string): Formatters {
  let known = formatters.get(language)
  if (!known) {
    known = create(language)
    formatters.set(language, known)
  }
  return known
}

export const count = (format: Formatters, amount: number, noun: Plural): string =>
  `${format.number.format(amount)} ${noun[format.plural.select(amount)] ?? noun.other}`

export function years(format: Formatters, words: Words, {minYears, maxYears}: Level): string {
  const least = format.number.format(minYears)
  if (maxYears === null) return `${least}+ ${words.years.other}`
  const most = count(format, maxYears, words.years)
  return maxYears === minYears ? most : `${least}–${most}`
}

export function price(format: Formatters, words: Words, language: string, {amount, currency, unit}: Price): string {
  let money = format.money.get(currency)
  if (!money) {
    money = new Intl.NumberFormat(language, {style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger'})
    format.money.set(currency, money)
  }
  return `${money.format(amount)}/${words.priceUnits[unit]}`
}

export function target(
  format: Formatters,
  words: Words,
  {metric, comparator, value, unit, cadence}: KpiTarget,
): string {
  const amount = unit === '%' ? format.percent.format(value) : `${format.number.format(value)}${unit ? ` ${unit}` : ''}`
  const goal = `${words.comparators[comparator]} ${amount}${cadence ? `, ${words.measured(cadence)}` : ''}`
  return metric ? words.labelled(metric, goal) : goal
}
