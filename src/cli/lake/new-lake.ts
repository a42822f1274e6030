import {existsSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {lockFolder, startLake} from '../../lake/index.ts'
import {type Connection, connectTo, patience} from './connect.ts'

/** A connection to a lake that is there once it is kept. Closed without that, it has never been. */
export interface NewConnection extends Connection {
  /** Gives a sentence that says so. */
  keep(): Promise<string>
}

interface Names {
  project?: string | undefined
  dataset?: string | undefined
}

/**
 * A lake that is made in a folder that has none. It comes into being beside its place, and is there once it is kept:
 * whoever looks meanwhile, or after a sudden end, finds a whole lake or none. Throws `StoreError`.
 */
export async function newLake(data: string, {project, dataset}: Names = {}): Promise<NewConnection> {
  const folder = resolve(data)
  const wasThere = existsSync(folder)
  const release = lockFolder(folder)
  // The beginning of its name makes it one of the lake's own.
  const beside = join(folder, 'lake.db.loading')
  const clear = () => rm(beside, {recursive: true, force: true})
  let isKept = false
  const end = async () => {
    await clear()
    release()
    if (!isKept && !wasThere) await rm(folder, {recursive: true})
  }
  try {
    // What an earlier attempt that was ended has left.
    await clear()
    const lake = await startLake({
      ...{dataDir: beside, port: 0},
      ...(project !== undefined && {project}),
      ...(dataset !== undefined && {dataset}),
    })
    const place = {host: lake.url, projectId: lake.project, dataset: lake.dataset}
    return {
      ...(await connectTo(place, {token: lake.token, timeout: patience, fetch})),
      async keep() {
        await lake.close()
        await rename(join(beside, 'lake.db'), join(folder, 'lake.db'))
        isKept = true
        return `There was no lake in ${data}: this is a new one.\n`
      },
      close: () => lake.close().finally(end),
    }
  } catch (error) {
    await end()
    throw error
  }
}
