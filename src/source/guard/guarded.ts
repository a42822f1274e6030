import type {Source} from '../source.ts'
import {guards} from './guards.ts'
import {sanitySource} from './sanity-source.ts'

/** The source behind its guard, or itself where it needs none. */
export function guarded(source: Source): Source {
  const guard = guards.get(source) ?? sanitySource(source)
  guards.set(source, guard)
  return guard
}
