import {badRequest, refused} from '../failure.ts'
import type {Exchange} from '../http/exchange.ts'
import {anyOtherPath, type Route} from '../http/router.ts'
import type {Parts} from '../lake.ts'
import {isDatasetName, isProjectId} from '../rules.ts'
import {accountRoutes} from './account.ts'
import {assetRoutes} from './assets.ts'
import {documentRoutes} from './documents.ts'
import {historyRoutes} from './history.ts'
import {queryRoutes} from './query.ts'
import {streamRoutes} from './streams.ts'
import type {Studio} from './studio.ts'
import {writeRoutes} from './write.ts'

const welcome = `This is an embedded Content Lake. Programs ask it with @sanity/client; there is no page to see here.\n`

/** Everything the lake answers. */
export function routesOf(parts: Parts, studio: () => Studio | null): Route[] {
  const routes = [
    ...[...queryRoutes(parts), ...documentRoutes(parts), ...writeRoutes(parts), ...streamRoutes(parts)],
    ...[...historyRoutes(parts), ...assetRoutes(parts), ...accountRoutes(parts)],
  ]
  return [...routes.map((route) => ofOwnNames(route, parts)), page(studio)]
}

/** There is one project and one dataset, whose names a path must say. */
function ofOwnNames({handle, ...route}: Route, {project, dataset}: Parts): Route {
  const assertOwn = ({params}: Exchange) => {
    if (params.project !== undefined && !isProjectId(params.project)) throw badRequest('The project id is malformed.')
    if (params.dataset !== undefined && !isDatasetName(params.dataset))
      throw badRequest('The dataset name is malformed.')
    const isOwn = (params.project ?? project) === project && (params.dataset ?? dataset) === dataset
    if (!isOwn)
      throw refused(404, 'Not Found', `This lake holds the dataset "${dataset}" of the project "${project}" only.`)
  }
  return {
    ...route,
    handle(exchange) {
      assertOwn(exchange)
      return handle(exchange)
    },
  }
}

const page = (studioNow: () => Studio | null): Route => ({
  ...{method: 'GET', path: anyOtherPath, access: 'open'},
  handle({params}) {
    const path = `/${params.path ?? ''}`
    const studio = studioNow()
    if (studio) return studio(path)
    if (path === '/') return {headers: {'Content-Type': 'text/plain; charset=utf-8'}, body: welcome}
    throw refused(404, 'Not Found', 'There is nothing here.')
  },
})
