import {dirname, join} from 'node:path'
import type {SiteSettings} from '../../index.ts'
import {type Catalog, type Listed, rolesIn} from './catalog.ts'
import {areIntact, foldersIn} from './intact.ts'
import type {EarlierManifest, Manifest} from './manifest.ts'
import {pathOfRole, slugFault} from './names.ts'
import {once} from './pages/once.ts'
import {plain} from './pages/plain.ts'
import type {Bad, PrintedRole, SiteRole} from './printed-role.ts'
import type {Wanted} from './printer.ts'

/** What is to be done, before any role is read. */
export interface Plan {
  wanted: Wanted[]
  /** Roles whose files are right as they are. */
  unchanged: SiteRole[]
  /** Roles that have no address of their own, by id. */
  bad: Map<string, Bad>
}

export interface PlanSettings {
  out: string
  settings: SiteSettings | null
  program: string
  /** An earlier build was interrupted, so a file is only known by its bytes. */
  isDoubtful: boolean
}

export function planOf(
  catalog: Catalog,
  earlier: EarlierManifest | null,
  {out, settings, program, isDoubtful}: PlanSettings,
): Plan {
  const roles = rolesIn(catalog)
  const pathOf = ({slug, language}: Listed) => pathOfRole(settings, slug || '', language ?? null)
  const sharing = sharedPaths(roles, pathOf)
  const folders = once((parent) => foldersIn(join(out, parent)))
  const plan: Plan = {wanted: [], unchanged: [], bad: new Map()}
  const isSame = earlier ? sameAs(earlier, catalog, program) : () => false
  for (const role of roles) {
    const {id, slug = null} = role
    const path = pathOf(role)
    const reason = slugFault(slug) ?? sharedWith(sharing.get(path), role)
    if (reason !== null) {
      plan.bad.set(id, {title: null, problems: [{documentId: id, path: 'slug', reason}]})
      continue
    }
    const before = earlier?.roles.get(id)
    const isThere = before?.entry.path === path
    const isRight = before && isThere && isSame(before) && folders(dirname(path)).has(slug || '')
    if (isRight && areIntact(out + path, before, isDoubtful)) plan.unchanged.push(before)
    else plan.wanted.push({id, slug: slug || '', path, before: before && isThere ? before.hash : null})
  }
  return plan
}

/** Whether all that a role was made of then is as it was, and so is what made it. */
export function sameAs(
  {documents, program: before}: Manifest,
  catalog: Catalog,
  program: string,
): (role: PrintedRole) => boolean {
  if (before !== program) return () => false
  // A document without a revision may be any.
  const hasChanged = (id: string) => documents.get(id)?.rev !== catalog.get(id)?.rev || catalog.get(id)?.rev === ''
  const changed = new Set([...documents.keys(), ...catalog.keys()].filter(hasChanged))
  // What a role uses is noted without marks that cannot be seen.
  for (const id of [...changed]) changed.add(plain(id))
  return ({uses, isStale}) => !isStale && (changed.size === 0 || !uses.some((id) => changed.has(id)))
}

function sharedPaths(roles: readonly Listed[], pathOf: (role: Listed) => string): Map<string, Listed[]> {
  const sharing = Map.groupBy(
    roles.filter(({slug}) => slug),
    pathOf,
  )
  return new Map([...sharing].filter(([, all]) => all.length > 1))
}

function sharedWith(roles: readonly Listed[] | undefined, {id, language}: Listed): string | null {
  if (!roles) return null
  const others = roles.filter((other) => other.id !== id)
  const names = new Intl.ListFormat('en').format(others.map(({id}) => id))
  const way = others.some((other) => other.language !== language)
    ? ', or set the language of the site in the site settings, so that roles in other languages live below it'
    : ''
  return `is also the address of ${names}; give each role an address of its own${way}`
}
