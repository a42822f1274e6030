import {lstatSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {hindranceOf} from '../disk/hindrance.ts'
import {badRequest} from './failure.ts'
import {Identity, keptToken} from './http/identity.ts'
import {startServer} from './http/server.ts'
import {author, type Parts} from './lake.ts'
import {assertOrigins} from './origins.ts'
import {Answers} from './query/answers.ts'
import {routesOf} from './routes/routes.ts'
import {signInPath} from './routes/sign-in.ts'
import {type Studio, type StudioOptions, studioFrom} from './routes/studio.ts'
import {isDatasetName, isProjectId} from './rules.ts'
import {StoreError} from './store/check.ts'
import {lockFolder} from './store/lock.ts'
import {hasDatabase, inMemory, openDatabase, removeDatabase} from './store/open.ts'
import {writeOwnFile} from './store/own-file.ts'
import {Store} from './store/store.ts'
import {Listeners} from './stream/listeners.ts'
import {Live} from './stream/live.ts'
import {Presence} from './stream/presence.ts'
import {mutate} from './write/mutation.ts'
import {transact} from './write/transact.ts'
import type {Workspace} from './write/workspace.ts'

export interface LakeOptions {
  /** The folder to keep everything in, made where there is none; `:memory:` keeps nothing. */
  dataDir: string
  /** The first port to try; the next free one is taken. Default 3333; 0 for any. */
  port?: number
  /** Default: the one the data is of, else `local`. It is part of a host name: `http://local.localhost:3333`. */
  project?: string
  /** Default: the one the data is of, else `production`. */
  dataset?: string
  /** The documents a new lake begins with, or what gives them; asked for only then. */
  seed?: Seed
  /** Further origins whose pages may ask, such as `http://localhost:3000`. */
  origins?: readonly string[]
  /** The folder of a built Studio, to be served at the lake's own address. */
  studio?: string
  /** Origins whose pages that Studio may show in a frame, such as `http://localhost:4321`. It finds them in `/frames.json`. */
  frames?: readonly string[]
  /** Milliseconds a query may take. Default 5,000. */
  deadline?: number
}

export type Seed = Iterable<object> | (() => Iterable<object> | Promise<Iterable<object>>)

/** A lake that runs. */
export interface Lake {
  /** For programs: `http://127.0.0.1:<port>`. Give it to `@sanity/client` as `apiHost`, with `useProjectHostname: false`. */
  url: string
  /** For pages in a browser, which put the project before it: `http://localhost:<port>`. */
  apiHost: string
  port: number
  project: string
  dataset: string
  /** Where the data is kept as it was, if it was of an earlier version and has been brought up to this one; else `null`. */
  copy: string | null
  /** Lets a program see drafts and write. It is kept in the data folder, for its owner alone. */
  token: string
  /** Where the Studio is, with what opens it for one browser. Each address works once. */
  studioUrl(): string
  /** Serves another build of the Studio from now on, such as one that was not ready at the start. */
  serveStudio(folder: string, options?: StudioOptions): void
  /** Finishes what was begun and ends. What was acknowledged is on the disk already. */
  close(): Promise<void>
}

/**
 * Starts an embedded Content Lake on the loopback address of this computer. Throws `StoreError` for data that cannot be
 * opened (damaged, in use, of another program; it is left as it is), `PortError` where no port is free, and `LakeError`
 * for a seed that is no set of documents.
 */
export async function startLake(options: LakeOptions): Promise<Lake> {
  const {dataDir, origins = [], deadline = 5000} = options
  if (typeof dataDir !== 'string' || dataDir === '')
    throw badRequest('startLake needs a dataDir: a folder, or ":memory:".')
  // What is open, the latest first: closed in this order, also where a later step fails.
  const open: (() => void | Promise<void>)[] = []
  let undo = () => {}
  const close = async () => {
    for (const end of open.splice(0)) await end()
  }
  try {
    open.unshift(lockFolder(dataDir))
    if (!hasDatabase(dataDir)) undo = () => removeDatabase(dataDir)
    let copy: string | null = null
    const store = new Store(
      openDatabase(dataDir, (kept) => {
        copy = kept
      }),
    )
    open.unshift(() => store.close())
    const {project, dataset} = namesOf(store, options)
    assertOrigins(origins)
    if (store.seq === 0 && options.seed) fill(store, await seedFrom(options.seed))
    const identity = new Identity(keptToken(dataDir))

    const server = await startServer({port: options.port ?? 3333, project, origins, identity})
    const {port} = server
    const url = `http://127.0.0.1:${port}`
    store.address = url
    const answers = new Answers(store, {deadline, asker: askerFor(project, dataset)})
    // Nothing is asked of what has ended: the server ends first.
    open.unshift(
      () => server.close(),
      () => answers.close(),
    )
    open.unshift(keepTidy(store))
    const presence = new Presence(author, identity)
    open.unshift(() => presence.close())

    const listeners = {
      trusted: new Listeners(answers, store, 'trusted'),
      others: new Listeners(answers, store, 'others'),
    }
    const parts: Parts = {project, dataset, url, identity, store, answers, listeners, live: new Live()}
    let studio: Studio | null = null
    const serveStudio = (folder: string, more?: StudioOptions) => {
      studio = studioFrom(folder, {project, port}, more)
    }
    if (options.studio !== undefined) serveStudio(options.studio, options)
    server.upgrade(`/socket/${dataset}`, (...connection) => presence.accept(...connection))
    server.serve(routesOf(parts, () => studio))
    open.unshift(tellAddress(dataDir, {url, project, dataset}))

    return {
      ...{
        url,
        port,
        project,
        dataset,
        copy,
        token: identity.token,
        apiHost: `http://localhost:${port}`,
        serveStudio,
        close,
      },
      // Not the API's own name: the Studio warns where it can see that it is served by HTTP/1.1.
      studioUrl: () => `http://studio.${project}.localhost:${port}${signInPath}#sid=${identity.newSession()}`,
    }
  } catch (error) {
    const release = open.pop()
    await close()
    undo()
    await release?.()
    throw error
  }
}

const aDay = 24 * 60 * 60 * 1000
/** Let go at a time, while others wait: some 100 ms of work. `roleprint lake compact` lets go of all. */
const mostLetGo = 5000

/** Lets old changes go now and once a day, until what this gives back is called. */
function keepTidy(store: Store): () => void {
  let timer: NodeJS.Timeout | undefined
  const tidy = () => {
    try {
      store.letGo(mostLetGo)
    } catch {
      // A disk that takes nothing is told to those who write. What is old can wait.
    }
    timer = setTimeout(tidy, aDay).unref()
  }
  tidy()
  return () => clearTimeout(timer)
}

const askerFor = (projectId: string, dataset: string) => ({identity: author, sanity: {projectId, dataset}})

/** The names of a store are told once, since addresses of files hold them. */
function namesOf(store: Store, options: LakeOptions): {project: string; dataset: string} {
  const project = nameOf(store, 'project', options.project, 'local')
  const dataset = nameOf(store, 'dataset', options.dataset, 'production')
  if (!isProjectId(project)) throw badRequest(`"${project}" is no project id: use a-z, 0-9 and dashes.`)
  if (!isDatasetName(dataset)) throw badRequest(`"${dataset}" is no dataset name: use a-z, 0-9, _ and -, 64 at most.`)
  store.keepFact('project', project)
  store.keepFact('dataset', dataset)
  return {project, dataset}
}

function nameOf(store: Store, fact: string, wanted: string | undefined, usual: string): string {
  const known = store.fact(fact)
  if (known === null || wanted === undefined || wanted === known) return wanted ?? known ?? usual
  throw new StoreError(
    `This data is of the ${fact} "${known}". Start it with that name, or choose another --data folder.`,
  )
}

const seedFrom = (seed: Seed) => (typeof seed === 'function' ? seed() : seed)

/** All documents or none. Their own dates are kept. */
function fill(store: Store, documents: Iterable<object>): void {
  const steps = [...documents].map((document) => (workspace: Workspace) => mutate({create: document}, workspace))
  if (steps.length === 0) return
  transact(store, {transactionId: 'seed', author, kind: 'mutationError', dryRun: false, steps})
}

/** Tells other programs of the same owner where the lake is, until what this gives back is called. */
function tellAddress(dataDir: string, address: object): () => void {
  if (dataDir === inMemory) return () => {}
  const path = join(dataDir, 'address.json')
  if (lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink()) throw new StoreError(`${path} is a link. Remove it.`)
  try {
    writeOwnFile(path, `${JSON.stringify({...address, pid: process.pid})}\n`)
  } catch (cause) {
    const advice = hindranceOf(cause) ?? 'Check what is there, and who may write there.'
    throw new StoreError(`${path} cannot be written. ${advice}`, {cause})
  }
  return () => rmSync(path, {force: true})
}
