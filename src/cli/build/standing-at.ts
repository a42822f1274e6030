import {lstatSync, type Stats} from 'node:fs'

/** What stands at a path, a link as itself; nothing also where the way there leads through a file. */
export function standingAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, {throwIfNoEntry: false})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}
