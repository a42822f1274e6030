import type {DocumentType} from '../model/documents.ts'
import type {Kpi} from '../model/kpi.ts'
import type {Person} from '../model/person.ts'
import type {PortableText} from '../model/portable-text.ts'
import type {RelatedRole} from '../model/related-role.ts'
import type {Responsibility} from '../model/responsibility.ts'
import type {Role} from '../model/role.ts'
import type {SiteSettings} from '../model/site-settings.ts'
import type {Skill} from '../model/skill.ts'
import type {Tool} from '../model/tool.ts'

/** A text, rich text, or where in an object or in each item of a list they are. */
export type Shown = 'text' | 'paragraphs' | 'prose' | readonly [Shown] | {readonly [field: string]: Shown}

type ShownIn<Value> = Value extends string
  ? 'text' | 'paragraphs'
  : Value extends PortableText
    ? 'prose'
    : Value extends readonly (infer Item)[]
      ? readonly [ShownIn<Item>]
      : {readonly [Field in keyof Value]?: ShownIn<NonNullable<Value[Field]>>}

type Contents = {
  responsibility: Responsibility
  skill: Skill
  tool: Tool
  kpi: Kpi
  person: Person
  siteSettings: SiteSettings
  role: RelatedRole
}

const required = [{statement: 'text'}] as const

/** The role's own texts that a reader sees as they are written. Not what machines compare: addresses, dates, codes, units. */
export const shownInRole = {
  title: 'text',
  summary: 'prose',
  mustHaveSkills: required,
  niceToHaveSkills: required,
  reportsTo: ['text'],
  workingWith: 'text',
  levels: [{focus: ['text']}],
  faqs: [{question: 'text', answer: 'prose'}],
  startingPrice: {label: 'text'},
} as const satisfies ShownIn<Role>

/** The same of the documents inside it. */
export const shownInDocument = {
  responsibility: {statement: 'text'},
  skill: {name: 'text', statement: 'text'},
  tool: {name: 'text'},
  kpi: {name: 'text', statement: 'text', targets: [{metric: 'text'}]},
  person: {name: 'text', jobTitle: 'text', bio: 'paragraphs', highlights: ['text']},
  siteSettings: {organizationName: 'text'},
  role: {title: 'text'},
} as const satisfies {[Type in DocumentType]: ShownIn<Contents[Type]>}
