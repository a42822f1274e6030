import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {skillCategories} from '../src/model/vocabulary.ts'
import {choices, labelOf} from './choices.ts'
import {joined, type Selected, text} from './preview-text.ts'
import {bulletTextProblem} from './rules/bullet-text.ts'

export const skill = defineType({
  name: 'skill',
  title: 'Skill',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'Short: Experiment tracking. Printed where nothing longer is written.',
      type: 'string',
      validation: (rule) => rule.required().error('Give the skill’s name.'),
    }),
    defineField({
      name: 'statement',
      title: 'Statement',
      description:
        'The bullet that is printed, unless a role has its own wording. Changing it changes every such role.',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.custom(bulletTextProblem).warning(),
    }),
    defineField({
      name: 'category',
      title: 'Category',
      description: 'For finding it again. Not printed.',
      type: 'string',
      options: {list: choices(skillCategories)},
      validation: (rule) => rule.error('Choose a category from the list, or leave it empty.'),
    }),
    defineField({
      name: 'aliases',
      title: 'Other names',
      description: 'What people also call it, so that it is found and not added twice.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'tags'},
      validation: (rule) => rule.unique().error('This name is in the list more than once. Remove one of them.'),
    }),
  ],
  orderings: [
    {title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]},
    {
      title: 'Category',
      name: 'category',
      by: [
        {field: 'category', direction: 'asc'},
        {field: 'name', direction: 'asc'},
      ],
    },
  ],
  preview: {
    select: {name: 'name', statement: 'statement', category: 'category'},
    prepare: ({name, statement, category}: Selected<'name' | 'statement' | 'category'>) => ({
      title: text(name) ?? 'No name yet',
      subtitle: joined(' · ', [labelOf(skillCategories, category), text(statement)]),
    }),
  },
})
