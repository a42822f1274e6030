import type {Plan} from './plan.ts'
import {type Bad, type PrintedRole, type SiteRole, siteRoleOf} from './printed-role.ts'

/** A role that could not be printed, and whether its earlier page stays. */
export interface BadRole extends Bad {
  id: string
  isKept: boolean
}

/** What has become of all roles. */
export interface Settled {
  /** Those the site has now, by id. */
  roles: Map<string, SiteRole>
  /** Those whose files wait in the staging folder. */
  written: SiteRole[]
  bad: BadRole[]
}

/** What came of the roles that were printed. */
export interface Outcomes {
  /** Those whose files wait in the staging folder. */
  written: SiteRole[]
  /** Those whose files were there already, to the byte. */
  same: SiteRole[]
  bad: Map<string, Bad>
}

/** Lays together what was planned and what came of it. A bad role keeps its earlier page, if that may stay and nobody else has its address. */
export function settle(
  plan: Plan,
  {written, same, bad: unprintable}: Outcomes,
  earlier: ReadonlyMap<string, PrintedRole>,
  mayStay: (role: PrintedRole) => boolean,
): Settled {
  const good = [...plan.unchanged, ...same, ...written]
  const problems = [...plan.bad, ...unprintable].sort(([one], [other]) => (one < other ? -1 : 1))
  const taken = new Set(good.map(({entry}) => entry.path))
  const kept = problems.flatMap(([id]) => {
    const role = earlier.get(id)
    if (!role || taken.has(role.entry.path) || !mayStay(role)) return []
    taken.add(role.entry.path)
    const {entry, hash, sizes, uses} = role
    return siteRoleOf({entry, hash, sizes, uses, isStale: true})
  })
  const keptIds = new Set(kept.map(({entry}) => entry.id))
  const all = [...good, ...kept].sort((one, other) => (one.entry.id < other.entry.id ? -1 : 1))
  return {
    roles: new Map(all.map((role) => [role.entry.id, role])),
    written,
    bad: problems.map(([id, bad]) => ({id, ...bad, isKept: keptIds.has(id)})),
  }
}
