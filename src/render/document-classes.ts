import type {HTMLOptions} from './html.ts'

/** The names that `roleprint.css` knows the parts of a page by. */
export const documentClasses = {
  eyebrow: 'roleprint-eyebrow',
  title: 'roleprint-title',
  intro: 'roleprint-intro',
  heading: 'roleprint-heading',
  paragraph: 'roleprint-paragraph',
  prose: 'roleprint-prose',
  list: 'roleprint-list',
  details: 'roleprint-details',
  facts: 'roleprint-facts',
  tags: 'roleprint-tags',
  groups: 'roleprint-groups',
  group: 'roleprint-group',
  questions: 'roleprint-questions',
  question: 'roleprint-question',
  links: 'roleprint-links',
  image: 'roleprint-image',
  verbatim: 'roleprint-verbatim',
} as const satisfies HTMLOptions['classes']
