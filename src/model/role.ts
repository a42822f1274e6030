import * as z from 'zod/mini'
import type {Draft} from './draft.ts'
import {faqProjection, faqShape} from './faq.ts'
import {kpiProjection, kpiShape} from './kpi.ts'
import {levelProjection, levelShape} from './level.ts'
import {machineText} from './machine-text.ts'
import {personProjection, personShape} from './person.ts'
import {portableTextShape} from './portable-text.ts'
import {priceProjection, priceShape} from './price.ts'
import {relatedRoleProjection, relatedRoleShape} from './related-role.ts'
import {responsibilityProjection, responsibilityShape} from './responsibility.ts'
import {siteSettingsProjection, siteSettingsShape} from './site-settings.ts'
import {skillRequirementProjection, skillRequirementShape} from './skill-requirement.ts'
import {toolChoiceProjection, toolChoiceShape} from './tool-choice.ts'

export const roleShape = z.object({
  _id: z.string(),
  _updatedAt: machineText,
  modifiedAt: z.nullable(machineText),
  title: z.string(),
  slug: machineText,
  language: machineText,
  summary: portableTextShape,
  responsibilities: z.array(responsibilityShape),
  mustHaveSkills: z.array(skillRequirementShape),
  niceToHaveSkills: z.nullable(z.array(skillRequirementShape)),
  tools: z.nullable(z.array(toolChoiceShape)),
  reportsTo: z.nullable(z.array(z.string())),
  workingWith: z.nullable(z.string()),
  levels: z.nullable(z.array(levelShape)),
  kpis: z.nullable(z.array(kpiShape)),
  faqs: z.nullable(z.array(faqShape)),
  startingPrice: z.nullable(priceShape),
  author: z.nullable(personShape),
  relatedRoles: z.nullable(z.array(relatedRoleShape)),
  reviewedOn: z.nullable(machineText),
  seoTitle: z.nullable(z.string()),
  seoDescription: z.nullable(z.string()),
  site: z.nullable(siteSettingsShape),
  danglingReferences: z.array(z.object({path: z.string(), id: z.nullable(z.string())})),
})

// One line a field. References that lead nowhere are left out by `array::compact` and named in `danglingReferences`.
export const roleProjection = `{
  _id,
  _updatedAt,
  "modifiedAt": array::compact([
    _updatedAt,
    author->_updatedAt,
    ...responsibilities[]->_updatedAt,
    ...mustHaveSkills[].skill->_updatedAt,
    ...niceToHaveSkills[].skill->_updatedAt,
    ...tools[].anyOf[]->_updatedAt,
    ...kpis[]->_updatedAt,
    ...relatedRoles[]->_updatedAt
  ]) | order(@ desc)[0],
  title,
  "slug": slug.current,
  "language": coalesce(language, "en"),
  summary,
  "responsibilities": array::compact(responsibilities[]->${responsibilityProjection}),
  "mustHaveSkills": mustHaveSkills${skillRequirementProjection},
  "niceToHaveSkills": niceToHaveSkills${skillRequirementProjection},
  "tools": tools[]${toolChoiceProjection},
  reportsTo,
  workingWith,
  "levels": levels[]${levelProjection},
  "kpis": array::compact(kpis[]->${kpiProjection}),
  "faqs": faqs[]${faqProjection},
  "startingPrice": startingPrice${priceProjection},
  "author": author->${personProjection},
  "relatedRoles": array::compact(relatedRoles[]->${relatedRoleProjection}),
  reviewedOn,
  seoTitle,
  seoDescription,
  "site": *[_type == "siteSettings" && _id == "siteSettings"][0]${siteSettingsProjection},
  "danglingReferences": array::compact([
    ...responsibilities[!defined(@->_id)]{"path": "responsibilities", "id": _ref},
    ...mustHaveSkills[!defined(skill->_id)]{"path": "mustHaveSkills", "id": skill._ref},
    ...niceToHaveSkills[!defined(skill->_id)]{"path": "niceToHaveSkills", "id": skill._ref},
    ...tools[].anyOf[!defined(@->_id)]{"path": "tools", "id": _ref},
    ...kpis[!defined(@->_id)]{"path": "kpis", "id": _ref},
    ...relatedRoles[!defined(@->_id)]{"path": "relatedRoles", "id": _ref},
    select(defined(author) && !defined(author->_id) => {"path": "author", "id": author._ref})
  ])
}` as const

/** A role with everything its page prints, shared documents, related roles, author and site settings included. */
export type Role = z.output<typeof roleShape>

/** A role that is still being written. Every part may be `null`; a complete `Role` is one too. */
export type RoleDraft = Draft<Role>
