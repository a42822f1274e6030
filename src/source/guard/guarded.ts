import type {Source} from '../source.ts'
import {guardOf} from './guard-of.ts'
import {guards} from './guards.ts'

/** The source behind its guard, or itself where it needs none. */
export function guarded(source: Source): Source {
  const guard = guards.get(source) ?? guardOf(source, {})
  guards.set(source, guard)
  return guard
}
