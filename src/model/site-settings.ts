import * as z from 'zod/mini'
import {machineText} from './machine-text.ts'

export const siteSettingsShape = z.object({
  organizationName: z.nullable(z.string()),
  siteUrl: z.nullable(machineText),
  rolesPath: machineText,
  language: z.nullable(machineText),
})

export const siteSettingsProjection = `{organizationName, siteUrl, "rolesPath": coalesce(rolesPath, "/roles"), language}`

/**
 * Where the role pages live: `siteUrl` + `rolesPath` + `/` + slug. With a `language`, that of roles in any other one stands
 * before the slug.
 */
export type SiteSettings = z.output<typeof siteSettingsShape>
