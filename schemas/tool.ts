import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {listed, type Selected, text} from './preview-text.ts'

export const tool = defineType({
  name: 'tool',
  title: 'Tool',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'As its makers write it: scikit-learn, PyTorch.',
      type: 'string',
      validation: (rule) => rule.required().error('Give the tool’s name.'),
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
    defineField({
      name: 'url',
      title: 'Home page',
      type: 'url',
      validation: (rule) => rule.uri({scheme: ['http', 'https']}).error('Write the whole address: https://…'),
    }),
  ],
  orderings: [{title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {name: 'name', aliases: 'aliases'},
    prepare: ({name, aliases}: Selected<'name' | 'aliases'>) => ({
      title: text(name) ?? 'No name yet',
      subtitle: listed(aliases),
    }),
  },
})
