import type {Source} from '../../index.ts'
import type {BuildCommand} from '../command-type.ts'
import type {Progress} from '../progress.ts'
import {commit} from './commit.ts'
import type {BuildContent} from './content.ts'
import {fileErrorOf, openFolder} from './folder.ts'
import {hindranceOf} from './hindrance.ts'
import {localContent} from './local-content.ts'
import {growSlowly, keepRoomSmall} from './memory.ts'
import {printRoles} from './print-roles.ts'
import {program} from './program.ts'
import {remoteContent} from './remote-content.ts'
import {reportOf} from './report.ts'
import {siteFiles} from './site-files.ts'

/**
 * Builds the site of all published roles: reads what there is, prints what has changed beside the site that stands,
 * and puts it in its place once all is there. `origin` is a path of files, or a lake.
 * Throws `FileError`, `ContentError`, `NdjsonError` or `SourceError`; the site is then as it was.
 */
export async function build(origin: string | Source, command: BuildCommand, progress: Progress) {
  const start = performance.now()
  const folder = openFolder(command.out, command.isForced)
  growSlowly()
  if (folder.earlier === null) keepRoomSmall()
  let content: BuildContent | null = null
  try {
    content = await (typeof origin === 'string' ? localContent(origin, folder.earlier) : remoteContent(origin))
    const settled = await printRoles(folder, content, command, progress)
    const hindrance = hindranceOf(command, settled, {
      before: folder.earlier?.roles.size ?? 0,
      siteUrl: content.settings?.siteUrl ?? null,
    })
    if (hindrance === null) {
      const entries = [...settled.roles.values()].map(({entry}) => entry)
      const files = await siteFiles(entries, content.settings)
      const names = files.map(({name}) => name)
      const manifest = {program, files: names, documents: content.catalog, roles: settled.roles}
      await commit(folder, {manifest, written: settled.written, files}, command.isForced)
    }
    return reportOf({command, settled, folder, content, hindrance, milliseconds: performance.now() - start})
  } catch (error) {
    throw fileErrorOf(command.out, error)
  } finally {
    content?.close()
    folder.close()
  }
}
