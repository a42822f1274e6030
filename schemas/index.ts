import type {SchemaTypeDefinition} from '@sanity/types'
import {faq} from './faq.ts'
import {kpi} from './kpi.ts'
import {kpiTarget} from './kpi-target.ts'
import {level} from './level.ts'
import {person} from './person.ts'
import {price} from './price.ts'
import {responsibility} from './responsibility.ts'
import {role} from './role.ts'
import {siteSettings} from './site-settings.ts'
import {skill} from './skill.ts'
import {skillRequirement} from './skill-requirement.ts'
import {tool} from './tool.ts'
import {toolChoice} from './tool-choice.ts'

export {
  faq,
  kpi,
  kpiTarget,
  level,
  person,
  price,
  responsibility,
  role,
  siteSettings,
  skill,
  skillRequirement,
  tool,
  toolChoice,
}

/** Every type, as a Studio takes them: `schema: {types: schemaTypes}`. */
export const schemaTypes: SchemaTypeDefinition[] = [
  role,
  responsibility,
  skill,
  tool,
  kpi,
  person,
  siteSettings,
  skillRequirement,
  toolChoice,
  level,
  kpiTarget,
  faq,
  price,
]
