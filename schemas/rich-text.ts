import {type BlockListDefinition, type BlockRule, defineArrayMember, defineField} from '@sanity/types'
import {bulletBlockProblem} from './rules/bullet-text.ts'
import {linkAddressProblem, wholeAddress} from './rules/link-address.ts'

const textBlock = (lists: BlockListDefinition[]) =>
  defineArrayMember({
    type: 'block',
    ...(lists.length > 0 && {validation: (rule: BlockRule) => rule.custom(bulletBlockProblem).warning()}),
    styles: [{title: 'Paragraph', value: 'normal'}],
    lists,
    marks: {
      decorators: [
        {title: 'Strong', value: 'strong'},
        {title: 'Emphasis', value: 'em'},
      ],
      annotations: [
        defineArrayMember({
          name: 'link',
          title: 'Link',
          type: 'object',
          fields: [
            defineField({
              name: 'href',
              title: 'Address',
              description: 'A web, mail or phone address, or a page of this site: /contact.',
              type: 'url',
              // One rule, not a list of them: each member of a list would bring back the default check for http only.
              validation: (rule) =>
                rule
                  .required()
                  .uri({scheme: ['http', 'https', 'mailto', 'tel'], allowRelative: true})
                  .custom(linkAddressProblem)
                  .error(wholeAddress),
            }),
          ],
        }),
      ],
    },
  })

/** Plain paragraphs with links. */
export const paragraphs = [textBlock([])]

/** Paragraphs, and bullets and numbers between them. */
export const paragraphsAndLists = [
  textBlock([
    {title: 'Bullets', value: 'bullet'},
    {title: 'Numbers', value: 'number'},
  ]),
]
