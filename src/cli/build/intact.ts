import {hash} from 'node:crypto'
import {lstatSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type PrintedRole, roleFiles} from './printed-role.ts'

/** Whether a folder holds a role's files as they were printed: by their sizes or, where there is doubt, by their bytes. */
export function isIntact(folder: string, {hash: printed, sizes}: PrintedRole, isDoubtful: boolean): boolean {
  const paths = roleFiles.map((name) => join(folder, name))
  // A folder that is a link holds files of others.
  if (lstatSync(folder, {throwIfNoEntry: false})?.isDirectory() !== true) return false
  const isThere = paths.every((path, index) => {
    const found = lstatSync(path, {throwIfNoEntry: false})
    return found?.isFile() === true && found.size === sizes[index]
  })
  return (
    isThere &&
    (!isDoubtful || hash('sha1', Buffer.concat(paths.map((path) => readFileSync(path))), 'base64url') === printed)
  )
}
