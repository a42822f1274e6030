import type {ReferenceFilterResolver, ReferenceFilterResolverContext} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {type RoleUser, usedField} from '../usage/usage-counts.ts'

/** What has words of a language in it: a tool or a person is called the same in all of them. */
const worded = ['responsibility', 'skill', 'kpi']

const rolesQuery = `*[_type == "role"]{"language": coalesce(language, "en"), ${usedField}}`

type Asked = Pick<RoleUser, 'used'> & {language: unknown}
type Context = Omit<ReferenceFilterResolverContext, 'getClient'> & {
  getClient(options: {apiVersion: string}): {
    withConfig(config: {perspective: 'drafts'}): {
      fetch<Result>(query: string, params: object, options: {tag: string}): Promise<Result>
    }
  }
}

/**
 * Offers a role what roles of its language use, and what none uses yet: a document of the library has no language of its
 * own, but that of those who use it. A skill without a sentence is a name, which fits everywhere.
 */
export const inRolesLanguage = (async ({document, getClient}: Context) => {
  const client = getClient({apiVersion}).withConfig({perspective: 'drafts'})
  const roles = await client.fetch<Asked[]>(rolesQuery, {}, {tag: 'roleprint.language'})
  const own = spoken(document.language)
  const used = (isOwn: boolean) =>
    roles.filter(({language}) => (spoken(language) === own) === isOwn).flatMap(({used}) => used ?? [])
  const known = new Set(used(true))
  const foreign = [...new Set(used(false))].filter((id) => !known.has(id))
  return {
    filter:
      '!(_type in $worded) || (_type == "skill" && !defined(statement)) || !(_id in $foreign || _originalId in $foreign)',
    params: {worded, foreign},
  }
}) as ReferenceFilterResolver

/** The language of a tag, whatever its country: `en` of `en-GB`. */
const spoken = (language: unknown): string =>
  (typeof language === 'string' && language.trim() ? language : 'en').toLowerCase().split('-')[0] ?? ''
