import {rolesUsing, rolesUsingQuery} from 'roleprint'
import {map} from 'rxjs'
import type {
  DocumentLocation,
  DocumentLocationResolver,
  DocumentLocationsState,
  DocumentResolver,
} from 'sanity/presentation'
import {apiVersion} from './content/api-version.ts'

/** What the preview prints of a role besides its page, by the end of the address. */
const outputs = {
  compare: 'Side by side',
  markdown: 'Markdown',
  text: 'Plain text',
  html: 'HTML',
  jsonld: 'JSON-LD',
  json: 'JSON',
}

const shared = ['responsibility', 'skill', 'tool', 'kpi', 'person']

interface Listed {
  _id: string | null
  title: string | null
  slug: string | null
}

/** Where documents are seen, for a site that has the page of each role at `<rolesPath>/<slug>`. */
export function rolePagesAt(rolesPath: string, {hasOutputs}: {hasOutputs: boolean}) {
  const page = ({title, slug}: Listed, rest = ''): DocumentLocation[] =>
    slug ? [{title: title || 'Untitled role', href: `${rolesPath}/${encodeURIComponent(slug)}${rest}`}] : []

  const ofRole = (role: Listed | undefined): DocumentLocationsState => {
    if (!role?.slug) return {message: 'A role has a page once it has a slug', tone: 'caution'}
    const others = hasOutputs ? Object.entries(outputs) : []
    const locations = [...page(role), ...others.flatMap(([path, title]) => page({...role, title}, `/${path}`))]
    return {message: 'This role has a page', locations}
  }

  const ofShared = (roles: Listed[]): DocumentLocationsState => {
    if (roles.length === 0) return {message: 'No role uses this yet', tone: 'caution'}
    const count = roles.length === 1 ? 'One role uses' : `${roles.length} roles use`
    return {message: `${count} this`, locations: roles.flatMap((role) => page(role))}
  }

  const locations: DocumentLocationResolver = ({id, type, perspectiveStack}, {documentStore}) => {
    if (type === 'siteSettings') return {message: 'The page of every role uses these settings'}
    if (type !== 'role' && !shared.includes(type)) return null
    const asked = {fetch: rolesUsingQuery, listen: '*[_type == "role"]'}
    const found = documentStore.listenQuery(asked, {id}, {apiVersion, perspective: perspectiveStack})
    return found.pipe(
      map((answer) => {
        const roles: Listed[] = rolesUsing(id).parseDraft(answer) ?? []
        return type === 'role' ? ofRole(roles.find(({_id}) => _id === id)) : ofShared(roles)
      }),
    )
  }

  const mainDocuments: DocumentResolver[] = [
    {
      route: [`${rolesPath}/:slug`, ...(hasOutputs ? [`${rolesPath}/:slug/:output`] : [])],
      filter: '_type == "role" && slug.current == $slug',
      params: ({params: {slug = ''}}) => ({slug}),
    },
  ]
  return {locations, mainDocuments}
}
