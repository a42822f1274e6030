import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {joined, text} from './preview-text.ts'

// A preview can only ask for places it names, so one more is asked for than is shown.
const shown = 6
const toolNames = Object.fromEntries(
  Array.from({length: shown + 1}, (_, place) => [`tool${place}`, `anyOf.${place}.name`]),
)

export const toolChoice = defineType({
  name: 'toolChoice',
  title: 'Tool choice',
  type: 'object',
  fields: [
    defineField({
      name: 'anyOf',
      title: 'Any of',
      description: 'Tools that do the same job, the usual one first. Printed on one line: PyTorch / TensorFlow.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'tool'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Choose at least one tool.'),
        rule.unique().error('This tool is in the line more than once. Remove one of them.'),
      ],
    }),
  ],
  preview: {
    select: toolNames,
    prepare: (selected: Record<string, unknown>) => {
      const names = Object.keys(toolNames).map((place) => text(selected[place]))
      const line = joined(' / ', names.slice(0, shown))
      return {title: line === undefined ? 'No tool chosen yet' : joined(' / ', [line, names[shown] && '…'])}
    },
  },
})
