import type {Entry} from './entry.ts'
import type {Site} from './site.ts'

/** `feed.xml`, the roles that were changed last; `null` without the site's own address. */
export const feed = (_entries: readonly Entry[], _site: Site): string | null => null
