import type {Draft, SiteSettings} from '../../index.ts'
import type {Catalog} from './catalog.ts'
import type {LocalDocuments} from './local-documents.ts'

/** What a build is made of: the documents there are, and a way to the answer for each role. */
export interface BuildContent {
  catalog: Catalog
  settings: SiteSettings | null
  /** Where the documents are at hand, each printer answers for itself; elsewhere the roles are asked for here. */
  roles: LocalDocuments | RoleReader
  /** Ends what was opened for it. */
  close(): void
}

/** Asks for these roles. Those that are gone are left out. Throws `SourceError`. */
export type RoleReader = (ids: readonly string[]) => Promise<unknown[]>

/** The settings as they are used: whatever else may stand there, roles have a path. */
export const settingsFrom = (found: Draft<SiteSettings> | null): SiteSettings | null =>
  found && {...found, rolesPath: found.rolesPath ?? '/roles'}
