import {refused} from '../failure.ts'
import type {Route} from '../http/router.ts'
import {author, type Parts} from '../lake.ts'

const user = {
  ...{id: author, name: 'You', email: 'you@localhost', provider: 'local', profileImage: null, role: 'administrator'},
  roles: [{name: 'administrator', title: 'Administrator', description: 'May read and write everything'}],
}
const everything = [
  {filter: '_id in path("**")', permissions: ['read', 'create', 'update', 'history', 'editHistory', 'manage']},
]

const json = (value: unknown) => ({body: JSON.stringify(value)})

/** Who is at this computer, what they may do, and what the Studio asks about its project. */
export const accountRoutes = ({identity, project, dataset}: Parts): Route[] => [
  {method: 'GET', path: '/:version/users/me', access: 'token', handle: () => json(user)},
  {method: 'GET', path: '/:version/users/:id', access: 'token', handle: ({params}) => json({...user, id: params.id})},
  {method: 'GET', path: '/:version/auth/id', access: 'token', handle: () => json({id: user.id})},
  {
    ...{method: 'GET', path: '/:version/auth/fetch', access: 'open'},
    handle: ({search}) => {
      if (!identity.openSession(search.get('sid') ?? '')) {
        throw refused(401, 'Unauthorized', 'This address was used before. Start the lake anew for a fresh one.')
      }
      const headers = {'Set-Cookie': identity.cookieFor(`${project}.localhost`)}
      return {...json({token: identity.token}), headers}
    },
  },
  {method: 'GET', path: '/:version/auth/providers', access: 'open', handle: () => json({providers: []})},
  {method: 'POST', path: '/:version/auth/logout', access: 'open', handle: () => ({status: 204})},
  {method: 'GET', path: '/:version/projects/:project', access: 'token', handle: () => json(projectOf(project))},
  {
    method: 'GET',
    path: '/:version/projects/:project/datasets',
    access: 'token',
    handle: () => json([{name: dataset, aclMode: 'public'}]),
  },
  {
    method: 'GET',
    path: '/:version/projects/:project/datasets/:dataset/acl',
    access: 'token',
    handle: () => json(everything),
  },
  {
    method: 'GET',
    path: '/:version/check/cors',
    access: 'open',
    handle: () => json({result: {allowed: true, withCredentials: true}}),
  },
  {method: 'GET', path: '/:version/ping', access: 'open', handle: () => json({pong: true})},
]

const projectOf = (id: string) => ({
  id,
  displayName: id,
  studioHost: null,
  members: [{...user, isCurrentUser: true}],
  features: [],
})
