import {documentTypes, type Query, revisions, rolesById, type Source, SourceError, siteSettings} from '../../index.ts'
import {catalogOf, type Listed, languageOf, slugOf} from './catalog.ts'
import {type BuildContent, settingsFrom} from './content.ts'

const perspective = 'published'

/** What a lake holds: two requests for what there is, and one for each page of roles. Throws `SourceError`. */
export async function remoteContent(source: Source): Promise<BuildContent> {
  const settings = await ask(source, siteSettings())
  const found = await ask(source, revisions())
  if (found === null) throw new SourceError('The source answered, but not with a list of documents.')
  return {
    catalog: catalogOf(found.flatMap(({_id, _type, _rev, ...role}) => listed(_id, _type, _rev, role))),
    settings: settingsFrom(settings),
    roles: (ids) => rolesAmong(source, ids),
    close: () => {},
  }
}

function listed(
  id: string | null,
  type: string | null,
  rev: string | null,
  {slug, language}: {slug: unknown; language: unknown},
): Listed | [] {
  if (id === null || !documentTypes.some((known) => known === type)) return []
  return {id, rev: rev ?? '', ...(type === 'role' && {slug: slugOf(slug), language: languageOf(language)})}
}

async function rolesAmong(source: Source, ids: readonly string[]): Promise<unknown[]> {
  const {query, params} = rolesById(ids)
  const answer = await source.fetch(query, params, {perspective})
  if (!Array.isArray(answer)) throw new SourceError('The source answered, but not with a list of roles.')
  return answer
}

const ask = async <Answer>(source: Source, {query, params, parseDraft}: Query<Answer>) =>
  parseDraft(await source.fetch(query, params, {perspective}))
