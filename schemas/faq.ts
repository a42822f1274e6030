import {defineField, defineType} from '@sanity/types'
import {faqAudiences} from '../src/model/vocabulary.ts'
import {choices, labelOf} from './choices.ts'
import {type Selected, text} from './preview-text.ts'
import {paragraphsAndLists} from './rich-text.ts'

export const faq = defineType({
  name: 'faq',
  title: 'Question',
  type: 'object',
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      type: 'string',
      validation: (rule) => rule.required().error('Write the question.'),
    }),
    defineField({
      name: 'answer',
      title: 'Answer',
      type: 'array',
      of: paragraphsAndLists,
      validation: (rule) => rule.required().min(1).error('Write the answer.'),
    }),
    defineField({
      name: 'audience',
      title: 'Printed on',
      description: 'The page for visitors, the job description that is copied, or both.',
      type: 'string',
      options: {list: choices(faqAudiences), layout: 'radio', direction: 'horizontal'},
      initialValue: 'page',
      validation: (rule) => rule.error('Choose from the list where the question is printed.'),
    }),
  ],
  preview: {
    select: {question: 'question', audience: 'audience'},
    prepare: ({question, audience}: Selected<'question' | 'audience'>) => ({
      title: text(question) ?? 'No question yet',
      subtitle: labelOf(faqAudiences, audience) ?? faqAudiences.page,
    }),
  },
})
