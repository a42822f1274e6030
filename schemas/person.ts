import {defineArrayMember, defineField, defineType, type PreviewValue} from '@sanity/types'
import {type Selected, text} from './preview-text.ts'
import {bulletTextProblem} from './rules/bullet-text.ts'

export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'Printed as “Written by …”.',
      type: 'string',
      validation: (rule) => rule.required().error('Give the person’s name.'),
    }),
    defineField({
      name: 'jobTitle',
      title: 'Job title',
      description: 'Printed under the name.',
      type: 'string',
    }),
    defineField({
      name: 'bio',
      title: 'About',
      description: 'A few sentences. A blank line begins a new paragraph.',
      type: 'text',
      rows: 4,
    }),
    defineField({
      name: 'highlights',
      title: 'Highlights',
      description: 'Printed as bullets after the text about the person.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) => rule.custom(bulletTextProblem).warning(),
        }),
      ],
    }),
    defineField({
      name: 'image',
      title: 'Portrait',
      type: 'image',
      options: {hotspot: true},
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      description: 'A page about the person.',
      type: 'url',
      validation: (rule) => rule.uri({scheme: ['http', 'https']}).error('Write the whole address: https://…'),
    }),
  ],
  orderings: [{title: 'Name', name: 'name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {name: 'name', jobTitle: 'jobTitle', media: 'image'},
    prepare: ({name, jobTitle, media}: Selected<'name' | 'jobTitle'> & Pick<PreviewValue, 'media'>) => ({
      title: text(name) ?? 'No name yet',
      subtitle: text(jobTitle),
      media,
    }),
  },
})
