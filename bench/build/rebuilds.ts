import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {roleId} from './dataset/role.ts'
import {editRole} from './edit-role.ts'
import {type Run, runWell} from './measured-process.ts'
import {hashOf, treeOf} from './tree.ts'

/** What became of a site that was built before. */
export interface Rebuilds {
  /** Built again from the same content. */
  unchanged: Run
  isUnchangedSame: boolean
  /** Built again after one role was changed. */
  edited: Run
  /** Whether it is then what a new folder would hold. */
  isEditedWhole: boolean
}

/** Builds a site that is there already twice more. `out` holds it. */
export async function rebuild({
  cli,
  content,
  out,
  folder,
  roles,
}: {
  cli: string
  content: string
  out: string
  folder: string
  roles: number
}): Promise<Rebuilds> {
  const build = (from: string, to: string) =>
    runWell({parts: [process.execPath, cli, 'build', '--content', from, '--out', to]})
  const before = hashOf(treeOf(out))
  const unchanged = await build(content, out)
  const isUnchangedSame = hashOf(treeOf(out)) === before

  const changed = join(folder, 'edited.ndjson')
  editRole(content, roleId(Math.floor(roles / 2)), changed)
  const edited = await build(changed, out)
  const anew = join(folder, 'anew')
  await build(changed, anew)
  const after = hashOf(treeOf(out))
  const isEditedWhole = after !== before && after === hashOf(treeOf(anew))
  rmSync(anew, {recursive: true, force: true})
  return {unchanged, isUnchangedSame, edited, isEditedWhole}
}
