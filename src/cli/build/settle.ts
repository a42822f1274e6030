import type {Plan} from './plan.ts'
import type {PrintedRole, Problem, Result} from './printed-role.ts'

/** A role that could not be printed, and whether its earlier page stays. */
export interface BadRole {
  id: string
  problems: Problem[]
  isKept: boolean
}

/** What has become of all roles. */
export interface Settled {
  /** Those the site has now, by id. */
  roles: Map<string, PrintedRole>
  /** Those whose files wait in the staging folder. */
  written: PrintedRole[]
  bad: BadRole[]
}

/** Lays together what was planned and what came of it. A bad role keeps its earlier page, if it may and nobody else has its address. */
export function settle(
  plan: Plan,
  results: readonly Result[],
  earlier: ReadonlyMap<string, PrintedRole>,
  isKept: boolean,
): Settled {
  const printed = results.flatMap((result) => (result.kind === 'printed' ? [result] : []))
  const good = [...plan.unchanged, ...printed.map(({role}) => role)]
  const taken = new Set(good.map(({entry}) => entry.path))
  const problems = new Map(plan.bad)
  for (const result of results) if (result.kind === 'bad') problems.set(result.id, result.problems)

  const kept = (isKept ? [...problems.keys()] : []).flatMap((id) => {
    const role = earlier.get(id)
    if (!role || taken.has(role.entry.path)) return []
    taken.add(role.entry.path)
    return role
  })
  const keptIds = new Set(kept.map(({entry}) => entry.id))
  const all = [...good, ...kept].sort((one, other) => (one.entry.id < other.entry.id ? -1 : 1))
  return {
    roles: new Map(all.map((role) => [role.entry.id, role])),
    written: printed.filter(({isWritten}) => isWritten).map(({role}) => role),
    bad: [...problems]
      .map(([id, problems]) => ({id, problems, isKept: keptIds.has(id)}))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  }
}
