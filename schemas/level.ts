import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {levels} from '../src/model/vocabulary.ts'
import {choices, labelOf} from './choices.ts'
import {joined, type Selected, text} from './preview-text.ts'
import {bulletTextProblem} from './rules/bullet-text.ts'
import {yearRangeProblem} from './rules/year-ranges.ts'
import {yearRange} from './years.ts'

const wholeYears = 'Give whole years, from 0 to 60.'

export const level = defineType({
  name: 'level',
  title: 'Level',
  type: 'object',
  fieldsets: [{name: 'years', title: 'Years of experience', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'level',
      title: 'Level',
      type: 'string',
      options: {list: choices(levels)},
      validation: (rule) => rule.required().error('Choose a level from the list.'),
    }),
    defineField({
      name: 'minYears',
      title: 'From',
      description: 'Whole years.',
      type: 'number',
      fieldset: 'years',
      validation: (rule) => [
        rule.required().error('Say how many years this level begins with.'),
        rule.integer().min(0).max(60).error(wholeYears),
      ],
    }),
    defineField({
      name: 'maxYears',
      title: 'To',
      description: 'Leave it empty for an open range, printed as “6+ years”.',
      type: 'number',
      fieldset: 'years',
      validation: (rule) => rule.integer().min(0).max(60).error(wholeYears),
    }),
    defineField({
      name: 'focus',
      title: 'What shifts at this level',
      description: 'One bullet each, the most important first: it also answers the question about years.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'text',
          rows: 2,
          validation: (rule) => rule.custom(bulletTextProblem).warning(),
        }),
      ],
      validation: (rule) => rule.required().min(1).error('Say at least one thing that shifts at this level.'),
    }),
  ],
  validation: (rule) => rule.custom(yearRangeProblem),
  preview: {
    select: {level: 'level', minYears: 'minYears', maxYears: 'maxYears', focus: 'focus'},
    prepare: ({level, minYears, maxYears, focus}: Selected<'level' | 'minYears' | 'maxYears' | 'focus'>) => ({
      title: joined(' · ', [labelOf(levels, level) ?? 'No level chosen yet', yearRange(minYears, maxYears)]),
      subtitle: Array.isArray(focus) ? text(focus[0]) : undefined,
    }),
  },
})
