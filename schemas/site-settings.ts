import {defineField, defineType} from '@sanity/types'
import {joined, type Selected, text} from './preview-text.ts'
import {languageTagProblem} from './rules/language-tag.ts'
import {rolesPathProblem} from './rules/roles-path.ts'
import {siteUrlProblem} from './rules/site-url.ts'

export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  fields: [
    defineField({
      name: 'organizationName',
      title: 'Organization',
      description: 'The publisher that search engines are told about.',
      type: 'string',
    }),
    defineField({
      name: 'siteUrl',
      title: 'Site address',
      description: 'The site’s origin: https://example.com. Anything after it belongs into the path below.',
      type: 'url',
      // One rule, not a list of them: each member of a list would bring the rule of every address along.
      validation: (rule) =>
        rule
          .uri({scheme: ['http', 'https']})
          .custom(siteUrlProblem)
          .error('Write the whole address, and nothing after it: https://example.com.'),
    }),
    defineField({
      name: 'rolesPath',
      title: 'Path of the role pages',
      description: 'Stands between the site address and the slug of a role: /roles.',
      type: 'string',
      initialValue: '/roles',
      validation: (rule) => rule.custom(rolesPathProblem),
    }),
    defineField({
      name: 'language',
      title: 'Language of the site',
      description:
        'Roles in it live at /roles/nurse, and roles in any other language below that, at /roles/de/nurse. While this is empty, all live at /roles/nurse, and each needs a slug of its own.',
      type: 'string',
      validation: (rule) => rule.custom(languageTagProblem),
    }),
  ],
  preview: {
    select: {organizationName: 'organizationName', siteUrl: 'siteUrl'},
    prepare: ({organizationName, siteUrl}: Selected<'organizationName' | 'siteUrl'>) => ({
      title: 'Site settings',
      subtitle: joined(' · ', [text(organizationName), text(siteUrl)]),
    }),
  },
})
