import {defineField, defineType} from '@sanity/types'
import {type Selected, text} from './preview-text.ts'
import {bulletTextProblem} from './rules/bullet-text.ts'

export const skillRequirement = defineType({
  name: 'skillRequirement',
  title: 'Skill requirement',
  type: 'object',
  fields: [
    defineField({
      name: 'skill',
      title: 'Skill',
      description: 'Shared by every role that asks for it.',
      type: 'reference',
      to: [{type: 'skill'}],
      validation: (rule) => rule.required().error('Choose the skill.'),
    }),
    defineField({
      name: 'statement',
      title: 'Wording for this role',
      description: 'Printed in place of the skill’s own wording. Leave it empty to use the shared one.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.custom(bulletTextProblem).warning(),
    }),
  ],
  preview: {
    select: {statement: 'statement', shared: 'skill.statement', name: 'skill.name'},
    prepare: ({statement, shared, name}: Selected<'statement' | 'shared' | 'name'>) => ({
      title: text(statement) ?? text(shared) ?? text(name) ?? 'No skill chosen yet',
      subtitle: text(statement) ? 'Overrides the shared wording' : text(shared) && text(name),
    }),
  },
})
