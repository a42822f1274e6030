import {defineArrayMember, defineField, defineType, type Reference} from '@sanity/types'
import {joined, type Selected, text} from './preview-text.ts'
import {paragraphs} from './rich-text.ts'
import {languageSlugProblem} from './rules/language-slug.ts'
import {languageTagProblem} from './rules/language-tag.ts'
import {languageWordsProblem} from './rules/language-words.ts'
import {levelsOnceProblem} from './rules/levels-once.ts'
import {mustHavesProblem, responsibilitiesProblem} from './rules/list-length.ts'
import {managerTitleProblem} from './rules/manager-title.ts'
import {relatedRolesProblem} from './rules/related-roles.ts'
import {dayProblem, reviewDateProblem} from './rules/review-date.ts'
import {maxSlugLength, slugMessage, slugProblem} from './rules/slug.ts'
import {type LevelYears, yearRangesProblem} from './rules/year-ranges.ts'

export const role = defineType({
  name: 'role',
  title: 'Role',
  type: 'document',
  groups: [
    {name: 'overview', title: 'Overview', default: true},
    {name: 'responsibilities', title: 'Responsibilities'},
    {name: 'skills', title: 'Skills and tools'},
    {name: 'levels', title: 'Levels'},
    {name: 'kpis', title: 'KPIs'},
    {name: 'questions', title: 'Questions'},
    {name: 'page', title: 'About the page'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'The bare job title: Machine Learning Engineer. The page adds “Job Description Template (2026)”.',
      type: 'string',
      group: 'overview',
      validation: (rule) => rule.required().error('Give the role a title.'),
    }),
    defineField({
      name: 'slug',
      title: 'Slug',
      description: 'The last part of the page’s address. Links break when it changes.',
      type: 'slug',
      group: 'overview',
      options: {source: 'title', maxLength: maxSlugLength},
      validation: (rule) => [rule.required().custom(slugProblem).error(slugMessage), rule.custom(languageSlugProblem)],
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'What the role is written in, as a tag: en, en-GB. The page’s own words follow it.',
      type: 'string',
      group: 'overview',
      initialValue: 'en',
      validation: (rule) => [rule.custom(languageTagProblem), rule.custom(languageWordsProblem).warning()],
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'Printed as the role summary, and as the answer to what the role does day-to-day.',
      type: 'array',
      of: paragraphs,
      group: 'overview',
      validation: (rule) => rule.required().min(1).error('Write a summary of the role.'),
    }),
    defineField({
      name: 'responsibilities',
      title: 'Responsibilities',
      description: 'Printed as bullets, in this order. Shared: editing one changes every role that uses it.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'responsibility'}]})],
      group: 'responsibilities',
      validation: (rule) => [
        rule.required().min(1).error('Add at least one responsibility.'),
        rule.unique().error('This responsibility is in the list more than once. Remove one of them.'),
        rule.min(4).warning('Fewer than 4 responsibilities say little about a role.'),
        rule.custom(responsibilitiesProblem).warning(),
      ],
    }),
    defineField({
      name: 'mustHaveSkills',
      title: 'Must-have skills',
      description: 'Printed as bullets; the key facts give their number.',
      type: 'array',
      of: [defineArrayMember({type: 'skillRequirement'})],
      group: 'skills',
      validation: (rule) => [
        rule.required().min(1).error('Add at least one must-have skill.'),
        rule.unique().error('This must-have is in the list more than once. Remove one of them.'),
        rule.custom(mustHavesProblem).warning(),
      ],
    }),
    defineField({
      name: 'niceToHaveSkills',
      title: 'Nice-to-have skills',
      type: 'array',
      of: [defineArrayMember({type: 'skillRequirement'})],
      group: 'skills',
      validation: (rule) => rule.unique().error('This nice-to-have is in the list more than once. Remove one of them.'),
    }),
    defineField({
      name: 'tools',
      title: 'Tools and technology',
      description: 'One line each. Put tools that stand in for each other into one line.',
      type: 'array',
      of: [defineArrayMember({type: 'toolChoice'})],
      group: 'skills',
      validation: (rule) => rule.unique().error('This line is in the list more than once. Remove one of them.'),
    }),
    defineField({
      name: 'reportsTo',
      title: 'Reports to',
      description: 'Bare titles, the usual manager first: Head of ML. Printed as “Reports to the Head of ML or …”.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) => rule.custom(managerTitleProblem).warning(),
        }),
      ],
      group: 'overview',
      validation: (rule) => rule.unique().error('This title is in the list more than once. Remove one of them.'),
    }),
    defineField({
      name: 'workingWith',
      title: 'Working with',
      description: 'Whole sentences, printed as written after “Reports to the …”.',
      type: 'text',
      rows: 3,
      group: 'overview',
    }),
    defineField({
      name: 'levels',
      title: 'Levels',
      description: 'Printed as seniority variants, in this order. Ranges of years may touch: 1–3, 3–6, 6+.',
      type: 'array',
      of: [defineArrayMember({type: 'level'})],
      group: 'levels',
      validation: (rule) => rule.custom<LevelYears[]>(levelsOnceProblem).custom<LevelYears[]>(yearRangesProblem),
    }),
    defineField({
      name: 'kpis',
      title: 'KPIs',
      description: 'Printed as success metrics. Shared: editing one changes every role that uses it.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'kpi'}]})],
      group: 'kpis',
      validation: (rule) => rule.unique().error('This KPI is in the list more than once. Remove one of them.'),
    }),
    defineField({
      name: 'faqs',
      title: 'Questions',
      description: 'Printed after the questions the page answers by itself: day-to-day work, years and KPIs.',
      type: 'array',
      of: [defineArrayMember({type: 'faq'})],
      group: 'questions',
    }),
    defineField({
      name: 'startingPrice',
      title: 'Starting price',
      description: 'Printed among the key facts: $4,000/month.',
      type: 'price',
      group: 'overview',
    }),
    defineField({
      name: 'author',
      title: 'Author',
      description: 'Printed as “Written by …”.',
      type: 'reference',
      to: [{type: 'person'}],
      group: 'page',
    }),
    defineField({
      name: 'relatedRoles',
      title: 'Related roles',
      description: 'Linked at the end of the page, in this order.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'role'}]})],
      group: 'page',
      validation: (rule) => [
        rule.unique().error('This role is in the list more than once. Remove one of them.'),
        rule.custom<Reference[]>(relatedRolesProblem),
      ],
    }),
    defineField({
      name: 'reviewedOn',
      title: 'Reviewed on',
      description: 'Printed as “Last updated”, and its year in the heading. Without it, the day of the last edit is.',
      type: 'date',
      group: 'page',
      validation: (rule) => [rule.custom(dayProblem).warning(), rule.custom(reviewDateProblem).warning()],
    }),
    defineField({
      name: 'seoTitle',
      title: 'Title for search engines',
      description: 'Takes the place of the heading in search results.',
      type: 'string',
      group: 'page',
      validation: (rule) => rule.max(60).warning('Search engines cut a title after about 60 characters.'),
    }),
    defineField({
      name: 'seoDescription',
      title: 'Description for search engines',
      description: 'Stands under the title in search results.',
      type: 'string',
      group: 'page',
      validation: (rule) => rule.max(160).warning('Search engines cut a description after about 160 characters.'),
    }),
  ],
  orderings: [
    {title: 'Title', name: 'title', by: [{field: 'title', direction: 'asc'}]},
    {title: 'Review, oldest first', name: 'reviewedOn', by: [{field: 'reviewedOn', direction: 'asc'}]},
    {title: 'Last edit', name: 'lastEdit', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'title', language: 'language', reviewedOn: 'reviewedOn'},
    prepare: ({title, language, reviewedOn}: Selected<'title' | 'language' | 'reviewedOn'>) => ({
      title: text(title) ?? 'No title yet',
      subtitle: joined(' · ', [text(language), text(reviewedOn) && `reviewed on ${reviewedOn}`]),
    }),
  },
})
