import type {Entry} from './entry.ts'
import {roleWordsFor} from './language.ts'
import {moment} from './moment.ts'
import type {Site} from './site.ts'
import {siteWordsFor} from './site-words.ts'
import {addressOf, files, indexUrl} from './tree.ts'
import {escapeXML, xmlHead} from './xml.ts'

const mostEntries = 50

/** `feed.xml`, the roles that were changed last, as Atom (RFC 4287); `null` without the site's own address. */
export function feed(entries: readonly Entry[], site: Site): string | null {
  const list = indexUrl(site)
  const own = addressOf(site, `/${files.feed}`)
  if (site.siteUrl === null || list === null || own === null) return null
  const latest = entries
    .flatMap((entry) => {
      const updated = entry.url === null ? null : moment(entry.updatedAt)
      return updated === null ? [] : {entry, updated}
    })
    .sort((a, b) => compare(b.updated, a.updated) || compare(a.entry.id, b.entry.id))
    .slice(0, mostEntries)
    .map(({entry, updated}) => ({...entry, updated}))
  const [newest] = latest
  // A feed must say when it was changed, and nothing ever was.
  if (!newest) return null
  const {language, allRoles} = roleWordsFor(site.language)
  const author = site.organizationName ?? new URL(site.siteUrl).host
  const title = `${author}: ${allRoles}`
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXML(language)}">
<id>${escapeXML(list)}</id>
<title>${escapeXML(title)}</title>
<subtitle>${escapeXML(siteWordsFor(site.language).feed)}</subtitle>
<updated>${newest.updated}</updated>
<author><name>${escapeXML(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXML(own)}"/>
<link rel="alternate" type="text/html" href="${escapeXML(list)}"/>
${latest.map((entry) => entryOf(entry, idOf(entry, site.siteUrl ?? ''))).join('')}</feed>
`
}

const entryOf = ({title, slug, url, updated, description, language}: Entry & {updated: string}, id: string): string =>
  `<entry xml:lang="${escapeXML(language)}">
<id>${escapeXML(id)}</id>
<title>${escapeXML(title || slug)}</title>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${escapeXML(url ?? '')}"/>
<summary>${escapeXML(description)}</summary>
</entry>
`

/** By the document, so that a role with a new slug is no new role to whoever has read it. */
const idOf = ({id}: Entry, siteUrl: string): string => `${siteUrl}/#${encodeURIComponent(id.toWellFormed())}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
