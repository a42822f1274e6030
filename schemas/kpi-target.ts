import {defineField, defineType} from '@sanity/types'
import {cadences, comparators} from '../src/model/vocabulary.ts'
import {choices, labelOf} from './choices.ts'
import {joined, type Selected, text} from './preview-text.ts'
import {comparisonProblem} from './rules/comparison.ts'

export const kpiTarget = defineType({
  name: 'kpiTarget',
  title: 'KPI target',
  type: 'object',
  fields: [
    defineField({
      name: 'metric',
      title: 'Metric',
      description: 'What is measured: requests served within the agreed time.',
      type: 'string',
    }),
    defineField({
      name: 'comparator',
      title: 'Comparison',
      type: 'string',
      options: {list: choices(comparators)},
      validation: (rule) => rule.required().error('Choose a comparison from the list.'),
    }),
    defineField({
      name: 'value',
      title: 'Value',
      type: 'number',
      validation: (rule) => rule.required().error('Give the number to reach.'),
    }),
    defineField({
      name: 'unit',
      title: 'Unit',
      description: 'As it stands after the number: %, ms, hours.',
      type: 'string',
    }),
    defineField({
      name: 'cadence',
      title: 'Measured',
      type: 'string',
      options: {list: choices(cadences)},
      validation: (rule) => rule.error('Choose from the list how often it is measured, or leave it empty.'),
    }),
  ],
  validation: (rule) => rule.custom(comparisonProblem),
  preview: {
    select: {metric: 'metric', comparator: 'comparator', value: 'value', unit: 'unit', cadence: 'cadence'},
    prepare: (target: Selected<'metric' | 'comparator' | 'value' | 'unit' | 'cadence'>) => ({
      title: comparison(target) ?? text(target.metric) ?? 'No target set yet',
      subtitle: comparison(target) && text(target.metric),
    }),
  },
})

function comparison({comparator, value, unit, cadence}: Selected<'comparator' | 'value' | 'unit' | 'cadence'>) {
  if (typeof value !== 'number') return undefined
  const amount = value.toLocaleString('en', {maximumFractionDigits: 20})
  return joined(', ', [joined(' ', [labelOf(comparators, comparator), amount, text(unit)]), labelOf(cadences, cadence)])
}
