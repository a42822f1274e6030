import {join} from 'node:path'
import {type Catalog, type Listed, rolesIn} from './catalog.ts'
import {areIntact, foldersIn} from './intact.ts'
import type {EarlierManifest, Manifest} from './manifest.ts'
import {slugFault} from './names.ts'
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
  rolesPath: string
  program: string
  /** An earlier build was interrupted, so a file is only known by its bytes. */
  isDoubtful: boolean
}

export function planOf(
  catalog: Catalog,
  earlier: EarlierManifest | null,
  {out, rolesPath, program, isDoubtful}: PlanSettings,
): Plan {
  const roles = rolesIn(catalog)
  const sharing = sharedSlugs(roles)
  const folders = foldersIn(join(out, rolesPath))
  const plan: Plan = {wanted: [], unchanged: [], bad: new Map()}
  const isSame = earlier ? sameAs(earlier, catalog, program) : () => false
  for (const {id, slug = null} of roles) {
    const reason = slugFault(slug) ?? sharedWith(sharing.get(slug || ''), id)
    if (reason !== null) {
      plan.bad.set(id, {title: null, problems: [{documentId: id, path: 'slug', reason}]})
      continue
    }
    const path = `${rolesPath}/${slug}`
    const before = earlier?.roles.get(id)
    const isThere = before?.entry.path === path
    const isRight = before && isThere && isSame(before) && folders.has(slug || '')
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

function sharedSlugs(roles: readonly Listed[]): Map<string, string[]> {
  const ids = Map.groupBy(
    roles.filter(({slug}) => slug),
    ({slug}) => slug || '',
  )
  return new Map([...ids].flatMap(([slug, all]) => (all.length > 1 ? [[slug, all.map(({id}) => id)]] : [])))
}

function sharedWith(ids: readonly string[] | undefined, id: string): string | null {
  if (!ids) return null
  const others = ids.filter((other) => other !== id)
  return `is also the address of ${new Intl.ListFormat('en').format(others)}; give each role an address of its own`
}
