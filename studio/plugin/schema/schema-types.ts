import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {CaseIcon} from '@sanity/icons/Case'
import {ChartUpwardIcon} from '@sanity/icons/ChartUpward'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CogIcon} from '@sanity/icons/Cog'
import {UserIcon} from '@sanity/icons/User'
import {WrenchIcon} from '@sanity/icons/Wrench'
import type {ComponentType} from 'react'
import {schemaTypes as plainTypes, price, role, skillRequirement} from 'roleprint/schemas'
import {ALL_FIELDS_GROUP, type PreviewConfig, type Rule, type SchemaTypeDefinition} from 'sanity'
import {withUsage} from '../usage/with-usage.tsx'
import {AmountInput} from './amount-input.tsx'
import {contentChecks} from './content-checks.ts'
import {CountedList} from './counted-list.tsx'
import {inRolesLanguage} from './language-filter.ts'
import {isUniqueSlug} from './unique-slug.ts'

const counted = ['responsibilities', 'mustHaveSkills', 'niceToHaveSkills', 'tools', 'levels', 'kpis', 'faqs']
const shared = ['responsibility', 'skill', 'tool', 'kpi', 'person']

const icons: Record<string, ComponentType> = {
  role: CaseIcon,
  responsibility: CheckmarkCircleIcon,
  skill: BulbOutlineIcon,
  tool: WrenchIcon,
  kpi: ChartUpwardIcon,
  person: UserIcon,
  siteSettings: CogIcon,
}

/** A reference to the library, which offers what is in the role's language. */
const offered = <Type extends {type: string}>(type: Type): Type =>
  type.type === 'reference' ? {...type, options: {filter: inRolesLanguage}} : type

/** The role as an editor meets it: in groups that follow the page, lists with their numbers, checked as it is typed. */
const editedRole = {
  ...role,
  groups: [...(role.groups ?? []), {...ALL_FIELDS_GROUP, hidden: true}],
  fields: role.fields.map((field) => {
    if (field.name === 'slug') return {...field, options: {...field.options, isUnique: isUniqueSlug}}
    return counted.includes(field.name)
      ? {...field, ...('of' in field && {of: field.of.map(offered)}), components: {input: CountedList}}
      : field
  }),
  validation: (rule: Rule) => [
    rule.custom(contentChecks('error')).error(),
    rule.custom(contentChecks('warning')).warning(),
  ],
} as typeof role

const editedRequirement = {...skillRequirement, fields: skillRequirement.fields.map(offered)}

const editedPrice = {
  ...price,
  fields: price.fields.map((field) => (field.name === 'amount' ? {...field, components: {input: AmountInput}} : field)),
}

const edited: Record<string, object> = {role: editedRole, skillRequirement: editedRequirement, price: editedPrice}

/** Every type, with what the Studio adds to it. For `schema: {types}` where the plugin itself is not used. */
export const schemaTypes: SchemaTypeDefinition[] = plainTypes.map((plain) => {
  const type = (edited[plain.name] ?? plain) as typeof plain
  return {
    ...type,
    ...(icons[type.name] && {icon: icons[type.name]}),
    ...(shared.includes(type.name) && {preview: withUsage((type as {preview?: PreviewConfig}).preview)}),
  }
}) as SchemaTypeDefinition[]
