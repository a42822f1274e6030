import {defineField, defineType} from '@sanity/types'
import {type Selected, text} from './preview-text.ts'
import {bulletTextProblem} from './rules/bullet-text.ts'

export const responsibility = defineType({
  name: 'responsibility',
  title: 'Responsibility',
  type: 'document',
  fields: [
    defineField({
      name: 'statement',
      title: 'Statement',
      description: 'One bullet, beginning with a verb. Changing it changes every role that uses it.',
      type: 'text',
      rows: 3,
      validation: (rule) => [rule.required().error('Write the statement.'), rule.custom(bulletTextProblem).warning()],
    }),
    defineField({
      name: 'area',
      title: 'Area',
      description: 'For finding it again: data, deployment, people. Not printed.',
      type: 'string',
    }),
  ],
  orderings: [
    {title: 'Statement', name: 'statement', by: [{field: 'statement', direction: 'asc'}]},
    {
      title: 'Area',
      name: 'area',
      by: [
        {field: 'area', direction: 'asc'},
        {field: 'statement', direction: 'asc'},
      ],
    },
  ],
  preview: {
    select: {statement: 'statement', area: 'area'},
    prepare: ({statement, area}: Selected<'statement' | 'area'>) => ({
      title: text(statement) ?? 'No statement yet',
      subtitle: text(area),
    }),
  },
})
