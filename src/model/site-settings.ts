import * as z from 'zod/mini'
import {machineText} from './machine-text.ts'

export const siteSettingsShape = z.object({
  organizationName: z.nullable(z.string()),
  siteUrl: z.nullable(machineText),
  rolesPath: machineText,
})

export const siteSettingsProjection = `{organizationName, siteUrl, "rolesPath": coalesce(rolesPath, "/roles")}`

/** Where the role pages live: `siteUrl` + `rolesPath` + `/` + slug. */
export type SiteSettings = z.output<typeof siteSettingsShape>
