import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {CaseIcon} from '@sanity/icons/Case'
import {ChartUpwardIcon} from '@sanity/icons/ChartUpward'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CogIcon} from '@sanity/icons/Cog'
import {UserIcon} from '@sanity/icons/User'
import {WrenchIcon} from '@sanity/icons/Wrench'
import type {ComponentType} from 'react'
import {schemaTypes as plainTypes, role} from 'roleprint/schemas'
import {ALL_FIELDS_GROUP, type PreviewConfig, type Rule, type SchemaTypeDefinition} from 'sanity'
import {withUsage} from '../usage/with-usage.tsx'
import {contentChecks} from './content-checks.ts'
import {CountedList} from './counted-list.tsx'
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

/** The role as an editor meets it: in groups that follow the page, lists with their numbers, checked as it is typed. */
const editedRole = {
  ...role,
  groups: [...(role.groups ?? []), {...ALL_FIELDS_GROUP, hidden: true}],
  fields: role.fields.map((field) => {
    if (field.name === 'slug') return {...field, options: {...field.options, isUnique: isUniqueSlug}}
    return counted.includes(field.name) ? {...field, components: {input: CountedList}} : field
  }),
  validation: (rule: Rule) => [
    rule.custom(contentChecks('error')).error(),
    rule.custom(contentChecks('warning')).warning(),
  ],
} as typeof role

/** Every type, with what the Studio adds to it. For `schema: {types}` where the plugin itself is not used. */
export const schemaTypes: SchemaTypeDefinition[] = plainTypes.map((plain) => {
  const type = plain.name === 'role' ? editedRole : plain
  return {
    ...type,
    ...(icons[type.name] && {icon: icons[type.name]}),
    ...(shared.includes(type.name) && {preview: withUsage((type as {preview?: PreviewConfig}).preview)}),
  }
}) as SchemaTypeDefinition[]
