import {hash} from 'node:crypto'
import {type Dirent, readdirSync, readFileSync} from 'node:fs'
import {type PrintedRole, roleFiles} from './printed-role.ts'
import {standingAt} from './standing-at.ts'

/** Whether a folder holds a role's files as they were printed: by their sizes or, where there is doubt, by their bytes. */
export const isIntact = (folder: string, role: PrintedRole, isDoubtful: boolean): boolean =>
  standingAt(folder)?.isDirectory() === true && areIntact(folder, role, isDoubtful)

/** The same of a folder that is known to be one. */
export function areIntact(folder: string, {hash: printed, sizes}: PrintedRole, isDoubtful: boolean): boolean {
  const paths = roleFiles.map((name) => `${folder}/${name}`)
  const areThere = paths.every((path, index) => {
    const found = standingAt(path)
    return found?.isFile() === true && found.size === sizes[index]
  })
  return (
    areThere &&
    (!isDoubtful || hash('sha1', Buffer.concat(paths.map((path) => readFileSync(path))), 'base64url') === printed)
  )
}

/** The names of the folders in a folder. One that is a link is none: it holds files of others. */
export function foldersIn(folder: string): Set<string> {
  return new Set(entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? entry.name : [])))
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return []
  }
}
