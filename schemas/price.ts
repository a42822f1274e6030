import {defineField, defineType} from '@sanity/types'
import {priceUnits} from '../src/model/vocabulary.ts'
import {choices, labelOf} from './choices.ts'
import {joined, type Selected, text} from './preview-text.ts'
import {amountProblem} from './rules/amount.ts'
import {currencyProblem} from './rules/currency.ts'

export const price = defineType({
  name: 'price',
  title: 'Price',
  type: 'object',
  options: {columns: 2},
  validation: (rule) => rule.custom(amountProblem).warning(),
  fields: [
    defineField({
      name: 'amount',
      title: 'Amount',
      type: 'number',
      validation: (rule) => [
        rule.required().error('Give the amount.'),
        rule.greaterThan(0).error('Give an amount above 0.'),
      ],
    }),
    defineField({
      name: 'currency',
      title: 'Currency',
      description: 'ISO 4217 code: USD, EUR.',
      type: 'string',
      validation: (rule) => [rule.required().error('Give the currency: USD, EUR.'), rule.custom(currencyProblem)],
    }),
    defineField({
      name: 'unit',
      title: 'Per',
      type: 'string',
      options: {list: choices(priceUnits)},
      validation: (rule) =>
        rule.required().error('Say what the price is for: an hour, a day, a week, a month or a year.'),
    }),
    defineField({
      name: 'label',
      title: 'Label',
      description: 'Printed in brackets: Starting price (offshore).',
      type: 'string',
    }),
  ],
  preview: {
    select: {amount: 'amount', currency: 'currency', unit: 'unit', label: 'label'},
    prepare: ({amount, currency, unit, label}: Selected<'amount' | 'currency' | 'unit' | 'label'>) => ({
      title:
        typeof amount === 'number'
          ? joined('/', [money(amount, currency), labelOf(priceUnits, unit)])
          : 'No amount given yet',
      subtitle: text(label),
    }),
  },
})

// `Intl` throws on a currency that is not three letters, as it is while someone types.
const money = (amount: number, currency: unknown): string =>
  typeof currency === 'string' && /^[A-Za-z]{3}$/.test(currency)
    ? amount.toLocaleString('en', {style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger'})
    : amount.toLocaleString('en')
