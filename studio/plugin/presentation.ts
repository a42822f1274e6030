import {rolePath, rolesUsing, rolesUsingQuery} from 'roleprint'
import {combineLatest, map} from 'rxjs'
import type {
  DocumentLocation,
  DocumentLocationResolver,
  DocumentLocationsState,
  DocumentResolver,
} from 'sanity/presentation'
import {apiVersion} from './content/api-version.ts'

/** What the preview shows an editor of a role besides its page, by the end of the address. */
const outputs = {compare: 'Side by side', markdown: 'Markdown', text: 'Plain text'}

const siteLanguage = '*[_type == "siteSettings" && _id == "siteSettings"][0].language'

/**
 * The role whose address begins with its slug, or with a language and its slug. No slug is the name of a language, so an
 * address is one of the two.
 */
const shownAt = `_type == "role" && (
  (slug.current == $first && (!defined(${siteLanguage}) || lower(coalesce(language, "en")) == lower(${siteLanguage})))
  || (slug.current == $second && lower(coalesce(language, "en")) == lower($first))
)`

const shared = ['responsibility', 'skill', 'tool', 'kpi', 'person']

interface Listed {
  _id: string | null
  title: string | null
  slug: string | null
  language: string | null
}

/** Where documents are seen, for a site that has the page of each role at `<rolesPath>/<slug>`, or below its language. */
export function rolePagesAt(rolesPath: string, {hasOutputs}: {hasOutputs: boolean}) {
  const page = ({title, slug, language}: Listed, site: string | null, rest = ''): DocumentLocation[] => {
    const path = rolePath({rolesPath, language: site, organizationName: null, siteUrl: null}, slug, language)
    return path === null ? [] : [{title: title || 'Untitled role', href: path + rest}]
  }

  const ofRole = (role: Listed | undefined, site: string | null, isPublished: boolean): DocumentLocationsState => {
    if (!role?.slug) return {message: 'A role has a page once it has a slug', tone: 'caution'}
    const others = hasOutputs ? Object.entries(outputs) : []
    const locations = [
      ...page(role, site),
      ...others.flatMap(([path, title]) => page({...role, title}, site, `/${path}`)),
    ]
    return isPublished
      ? {message: 'This role has a page', locations}
      : {message: 'Not published yet: only the preview shows its page', tone: 'caution', locations}
  }

  const ofShared = (roles: Listed[], site: string | null): DocumentLocationsState => {
    if (roles.length === 0) return {message: 'No role uses this yet', tone: 'caution'}
    const count = roles.length === 1 ? 'One role uses' : `${roles.length} roles use`
    return {message: `${count} this`, locations: roles.flatMap((role) => page(role, site))}
  }

  const locations: DocumentLocationResolver = ({id, type, perspectiveStack}, {documentStore}) => {
    if (type === 'siteSettings') return {message: 'The page of every role uses these settings'}
    if (type !== 'role' && !shared.includes(type)) return null
    const fetch = `{"roles": ${rolesUsingQuery}, "language": ${siteLanguage}}`
    const asked = {fetch, listen: '*[_type in ["role", "siteSettings"]]'}
    const found = documentStore.listenQuery(asked, {id}, {apiVersion, perspective: perspectiveStack})
    const published = documentStore.listenQuery('*[_id == $id][0]._id', {id}, {apiVersion, perspective: 'published'})
    return combineLatest([found, published]).pipe(
      map(([answer, publishedId]: [{roles?: unknown; language?: unknown} | null, string | null]) => {
        const roles: Listed[] = rolesUsing(id).parseDraft(answer?.roles) ?? []
        const site = typeof answer?.language === 'string' ? answer.language : null
        return type === 'role'
          ? ofRole(
              roles.find(({_id}) => _id === id),
              site,
              publishedId !== null,
            )
          : ofShared(roles, site)
      }),
    )
  }

  const mainDocuments: DocumentResolver[] = [
    {
      route: [
        `${rolesPath}/:first`,
        `${rolesPath}/:first/:second`,
        ...(hasOutputs ? [`${rolesPath}/:first/:second/:output`] : []),
      ],
      filter: shownAt,
      params: ({params: {first = '', second = ''}}) => ({first, second}),
    },
  ]
  return {locations, mainDocuments}
}
