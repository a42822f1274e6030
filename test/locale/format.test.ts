import {describe, expect, it} from 'vitest'
import {de, en, wordsFor} from '../../src/index.ts'
import {anyOf, count, date, price, target, years} from '../../src/locale/format.ts'
import type {Words} from '../../src/locale/words.ts'

const british = wordsFor('en-GB') as Words
const level = (minYears: number | null, maxYears: number | null) => ({
  _key: 'l',
  level: null,
  minYears,
  maxYears,
  focus: null,
})

describe('years of experience', () => {
  it.each([
    [1, 3, '1–3 years', '1–3 Jahre'],
    [6, null, '6+ years', '6+ Jahre'],
    [0, 1, '0–1 years', '0–1 Jahr'],
    [0, 2, '0–2 years', '0–2 Jahre'],
    [1, 1, '1 year', '1 Jahr'],
    [1, null, '1+ years', '1+ Jahre'],
    [2, 2, '2 years', '2 Jahre'],
  ])('from %s to %s', (min, max, english, german) => {
    expect(years(en, level(min, max))).toBe(english)
    expect(years(de, level(min, max))).toBe(german)
  })

  it('say nothing while the beginning is open', () => {
    expect(years(en, level(null, 3))).toBeNull()
  })
})

describe('money', () => {
  const offer = (amount: number | null, currency: string | null) => ({
    amount,
    currency,
    unit: 'MONTH' as const,
    label: null,
  })

  it.each([
    [4000, 'USD', '$4,000/month', '4.000\u00a0$/Monat'],
    [22.5, 'USD', '$22.50/month', '22,50\u00a0$/Monat'],
    [3200, 'EUR', '€3,200/month', '3.200\u00a0€/Monat'],
    [0.1255, 'EUR', '€0.1255/month', '0,1255\u00a0€/Monat'],
    [12.5, 'JPY', '¥12.5/month', '12,5\u00a0¥/Monat'],
    [500000, 'JPY', '¥500,000/month', '500.000\u00a0¥/Monat'],
  ])('%s %s', (amount, currency, english, german) => {
    expect(price(en, offer(amount, currency))).toBe(english)
    expect(price(de, offer(amount, currency))).toBe(german)
  })

  it.each([
    [null, 'USD'],
    [4000, null],
    [4000, 'dollars'],
    [4000, 'usd'],
  ])('says nothing of %s %s', (amount, currency) => {
    expect(price(en, offer(amount, currency))).toBeNull()
  })
})

describe('targets of a KPI', () => {
  const aim = {_key: 't', metric: null, comparator: 'atLeast' as const, value: 99.5, unit: '%', cadence: null}

  it.each([
    [aim, 'at least 99.5%', 'mindestens 99,5\u00a0%'],
    [
      {...aim, metric: 'uptime', cadence: 'month' as const},
      'uptime: at least 99.5%, measured monthly',
      'uptime: mindestens 99,5\u00a0%, monatlich gemessen',
    ],
    [{...aim, comparator: 'lessThan' as const, value: 24, unit: 'hours'}, 'less than 24 hours', 'unter 24 hours'],
    [{...aim, comparator: 'equals' as const, value: 1200, unit: null}, 'exactly 1,200', 'genau 1.200'],
    [
      {...aim, metric: 'Uptime', value: 99.999999999, unit: '%', cadence: null},
      'Uptime: at least 99.999999999%',
      'Uptime: mindestens 99,999999999\u00a0%',
    ],
    [{...aim, value: 0.1234567, unit: 'days'}, 'at least 0.1234567 days', 'mindestens 0,1234567 days'],
  ])('%o', (one, english, german) => {
    expect(target(en, one)).toBe(english)
    expect(target(de, one)).toBe(german)
  })

  it('say nothing while the number is missing', () => {
    expect(target(en, {...aim, value: null})).toBeNull()
    expect(target(en, {...aim, comparator: null})).toBeNull()
  })
})

describe('dates, lists and counts', () => {
  it('follow the language, and its region where there is one', () => {
    expect(date(en, '2026-04-12')).toEqual({text: 'April 12, 2026', datetime: '2026-04-12'})
    expect(date(british, '2026-04-12T23:59:00Z')?.text).toBe('12 April 2026')
    expect(date(en, '2028-02-29')?.datetime).toBe('2028-02-29')
    expect(date(de, '2026-04-12')?.text).toBe('12. April 2026')
    expect(anyOf(en, ['A', 'B', 'C'])).toBe('A, B, or C')
    expect(anyOf(british, ['A', 'B', 'C'])).toBe('A, B or C')
    expect(anyOf(de, ['A', 'B'])).toBe('A oder B')
    expect(count(en, 1, en.items)).toBe('1 item')
    expect(count(en, 8, en.items)).toBe('8 items')
    expect(count(de, 1, de.metrics)).toBe('1 Kennzahl')
  })

  it.each(['', 'soon', '2026-13-40', '2026-02-30', '2025-02-29', '2026-04-31', '2026-00-10', null])(
    'say nothing of "%s"',
    (value) => {
      expect(date(en, value)).toBeNull()
    },
  )
})

describe('the words of a language', () => {
  it('are found by tag, and by language for a region', () => {
    expect(wordsFor('en')).toBe(en)
    expect(wordsFor('de-AT')?.headings).toBe(de.headings)
    expect(wordsFor('de-at')?.language).toBe('de-AT')
  })

  it.each(['fr', 'den', 'e', '', 'not a tag', '__proto__'])('are not there for "%s"', (language) => {
    expect(wordsFor(language)).toBeNull()
  })
})
