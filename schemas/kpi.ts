import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {type Selected, text} from './preview-text.ts'
import {bulletTextProblem} from './rules/bullet-text.ts'

export const kpi = defineType({
  name: 'kpi',
  title: 'KPI',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'Printed before the statement: “Drift response: …”.',
      type: 'string',
    }),
    defineField({
      name: 'statement',
      title: 'Statement',
      description: 'One bullet of the success metrics. Changing it changes every role that uses it.',
      type: 'text',
      rows: 3,
      validation: (rule) => [rule.required().error('Write the statement.'), rule.custom(bulletTextProblem).warning()],
    }),
    defineField({
      name: 'targets',
      title: 'Targets',
      description: 'The numbers to reach, printed under the statement on the page.',
      type: 'array',
      of: [defineArrayMember({type: 'kpiTarget'})],
    }),
  ],
  orderings: [
    {
      title: 'Name',
      name: 'name',
      by: [
        {field: 'name', direction: 'asc'},
        {field: 'statement', direction: 'asc'},
      ],
    },
  ],
  preview: {
    select: {name: 'name', statement: 'statement'},
    prepare: ({name, statement}: Selected<'name' | 'statement'>) => ({
      title: text(name) ?? text(statement) ?? 'No statement yet',
      subtitle: text(name) && text(statement),
    }),
  },
})
