import type {Source} from '../source.ts'

/** What stands between a source and who asks: one for each, so that all share its turns and its retries. */
export const guards = new WeakMap<object, Source>()

/** This source answers or throws on its own account. */
export function needsNoGuard<Whole extends Source>(source: Whole): Whole {
  guards.set(source, source)
  return source
}
