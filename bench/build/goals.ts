import type {Name} from './contestants.ts'
import type {LakeBuild} from './lake-build.ts'
import type {Placed} from './race.ts'
import type {Rebuilds} from './rebuilds.ts'

export interface Measured {
  roles: number
  placed: readonly Placed[]
  differing: readonly string[]
  rebuilds: Rebuilds
  lake: {seconds: number; builds: readonly LakeBuild[]}
}

export interface Goal {
  what: string
  found: string
  /** Nothing where it is promised of more roles only. */
  isMet?: boolean | undefined
}

const rolesInRequest = 100
const otherRequests = 2
/** With fewer, most of the time goes into the start of the program. */
const rolesForOne = 10_000

/** What was promised of one size, and what came of it. */
export function goalsOf({roles, placed, differing, rebuilds, lake}: Measured): Goal[] {
  const ours = placed.find(({name}) => name === 'roleprint')
  const ratioOf = (name: Name) => placed.find((each) => each.name === name)?.ratio
  if (!ours) return []
  const goals: Goal[] = []
  const add = (what: string, found: string, isMet: boolean | undefined) => void goals.push({what, found, isMet})

  const literals = ratioOf('literals')
  if (literals !== undefined) add('≤ 1.0 × the literals', `${(1 / literals).toFixed(2)} ×`, literals >= 1)
  const eleventy = ratioOf('eleventy')
  if (eleventy !== undefined) add('≥ 2.5 × faster than Eleventy', `${eleventy.toFixed(2)} ×`, eleventy >= 2.5)
  const astro = ratioOf('astro')
  if (astro !== undefined) add('≥ 10 × faster than Astro', `${astro.toFixed(2)} ×`, astro >= 10)
  add('memory ≤ 256 MB', `${ours.memoryMB.toFixed(0)} MB`, ours.memoryMB <= 256)
  add(
    'all say the same words',
    differing.length === 0 ? 'so it is' : differing.slice(0, 3).join(', '),
    differing.length === 0,
  )

  const share = rebuilds.edited.seconds / ours.seconds
  add(
    `one changed role of 10,000 ≤ 10 % of the whole`,
    `${rebuilds.edited.seconds.toFixed(2)} s, ${(share * 100).toFixed(1)} %`,
    roles < rolesForOne ? undefined : share <= 0.1,
  )
  add(
    'that build ends where a whole one does',
    rebuilds.isEditedWhole ? 'so it does' : 'it does not',
    rebuilds.isEditedWhole,
  )
  add(
    'built again, nothing differs',
    `${rebuilds.unchanged.seconds.toFixed(2)} s, ${rebuilds.isUnchangedSame ? 'to the byte' : 'files differ'}`,
    rebuilds.isUnchangedSame,
  )

  const most = otherRequests + Math.ceil(roles / rolesInRequest)
  const requests = Math.max(...lake.builds.map((build) => build.requests))
  if (lake.builds.length > 0) {
    add(`from a lake, ≤ ${most} requests`, `${requests}`, requests <= most)
    const slower = lake.seconds / ours.seconds
    add('from a lake, ≤ 3 × the time', `${lake.seconds.toFixed(2)} s, ${slower.toFixed(2)} ×`, slower <= 3)
  }
  return goals
}

/** What was promised of the way from one size to the next. */
export function growthGoal(small: Measured, large: Measured): Goal {
  const seconds = ({placed}: Measured) => placed.find(({name}) => name === 'roleprint')?.seconds ?? Number.NaN
  const growth = seconds(large) / seconds(small)
  const times = large.roles / small.roles
  return {
    what: `${times} times the roles, ≤ ${times * 1.1} × the time`,
    found: `${growth.toFixed(2)} ×`,
    isMet: growth <= times * 1.1,
  }
}
