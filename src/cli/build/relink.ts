import {plain} from './pages/plain.ts'
import {type PrintedRole, type Result, type SiteRole, siteRoleFrom} from './printed-role.ts'
import type {Wanted} from './printer.ts'
import type {Settled} from './settle.ts'

/**
 * Prints anew what links to roles that have no page, without these links; and what was printed without a link before,
 * whose role has a page now. Which roles have none is known only when all have been tried.
 */
export async function relink(
  settled: Settled,
  earlier: ReadonlyMap<string, PrintedRole>,
  print: (roles: Wanted[]) => Promise<Result[]>,
): Promise<Settled> {
  const missing = new Set(settled.bad.flatMap(({id, isKept}) => (isKept ? [] : plain(id))))
  const wanted = wantedOf([...settled.roles.values()], missing, earlier)
  if (wanted.length === 0) return settled
  const again = new Set(wanted.map(({id}) => id))
  const roles = new Map(settled.roles)
  const written = settled.written.filter(({entry}) => !again.has(entry.id))
  const bad = [...settled.bad]
  for (const result of await print(wanted)) {
    if (result.kind === 'bad') {
      const {id, title, problems} = result
      roles.delete(id)
      bad.push({id, title, problems, isKept: false})
      continue
    }
    const role = siteRoleFrom(result.line)
    roles.set(result.id, role)
    if (result.isWritten) written.push(role)
  }
  return {roles, written, bad}
}

function wantedOf(
  roles: readonly SiteRole[],
  missing: ReadonlySet<string>,
  earlier: ReadonlyMap<string, PrintedRole>,
): Wanted[] {
  // Nearly always: no line need be read.
  if (missing.size === 0 && !roles.some(({line}) => line.includes('"unlinked":'))) return []
  return roles.flatMap(({entry: {id, slug, path}, line}) => {
    const {uses, unlinked = [], isStale}: PrintedRole = JSON.parse(line)
    const without = uses.filter((used) => missing.has(used))
    if (isStale || without.join(' ') === unlinked.join(' ')) return []
    const before = earlier.get(id)
    return {id, slug, path, unlinked: without, before: before?.entry.path === path ? before.hash : null}
  })
}
