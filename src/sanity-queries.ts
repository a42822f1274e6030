import type {Revision} from './model/revision.ts'
import type {Role} from './model/role.ts'
import type {RoleListing} from './model/role-listing.ts'
import type {SiteSettings} from './model/site-settings.ts'
import type {
  revisionsQuery,
  roleByIdQuery,
  roleListQuery,
  roleQuery,
  roleSlugsQuery,
  rolesByIdQuery,
  rolesUsingQuery,
  siteSettingsQuery,
} from './queries.ts'

/**
 * A value as Content Lake answers it, before `parse` or `parseDraft` has read it: any part may be `null`, so may any item
 * of a list, and texts may hold edit markers.
 */
export type Unparsed<Value> = Value extends readonly (infer Item)[]
  ? (Unparsed<Item> | null)[]
  : Value extends object
    ? {[Key in keyof Value]: Unparsed<Value[Key]> | null}
    : Value

/** What is answered to each question of this library, by the question's text. */
export interface RoleprintQueries
  extends Record<typeof roleQuery | typeof roleByIdQuery, Unparsed<Role> | null>,
    Record<typeof rolesByIdQuery, Unparsed<Role>[]>,
    Record<typeof roleListQuery | typeof rolesUsingQuery, Unparsed<RoleListing>[]>,
    Record<typeof roleSlugsQuery, string[]>,
    Record<typeof revisionsQuery, Unparsed<Revision>[]>,
    Record<typeof siteSettingsQuery, Unparsed<SiteSettings> | null> {}

declare global {
  // Where `@sanity/client` looks up what a query's text answers. Inherited, so that what a site's own TypeGen has written
  // for the same text stands before it, and both may be there.
  interface SanityQueries extends RoleprintQueries {}
}
