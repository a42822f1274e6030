/** A disk that is full: nothing acknowledged is lost, reading goes on, and so does writing once there is room. Needs root. */
import {execFileSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {type SanityClient, ServerError} from '@sanity/client'
import {clientOf, startProcess} from './lake-process.ts'
import {inFolder, type Proof, runProof} from './proof.ts'

/** Writes documents until the lake says why it does not. Gives the ids of those that it took. */
export async function writeUntilRefused(client: SanityClient): Promise<{kept: string[]; refusal: ServerError}> {
  const kept: string[] = []
  for (;;) {
    const _id = `d${kept.length}`
    try {
      await client.create({_id, _type: 'large', text: 'words '.repeat(2000)})
      kept.push(_id)
    } catch (error) {
      if (error instanceof ServerError) return {kept, refusal: error}
      throw error
    }
  }
}

export const fullDiskProof = ({megabytes = 3}: Record<string, number>): Promise<Proof> =>
  inFolder(async (folder) => {
    const disk = join(folder, 'disk')
    const dataDir = join(disk, 'data')
    const misses: string[] = []
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
    try {
      const lake = await startProcess({dataDir})
      const client = clientOf(lake)
      const {kept, refusal} = await writeUntilRefused(client)
      if (refusal.statusCode !== 507) misses.push(`a full disk is answered with ${refusal}`)
      const read = async () => (await client.fetch<string[]>('*[_type == "large"]._id')).length
      if ((await read()) !== kept.length) misses.push(`${kept.length} were kept, and ${await read()} can be read`)
      execFileSync('mount', ['-o', `remount,size=${megabytes * 4}m`, disk])
      await client.create({_id: 'later', _type: 'small'}).catch((error) => misses.push(`with room again: ${error}`))
      await lake.kill()
      const again = await startProcess({dataDir})
      const found = new Set(await clientOf(again).fetch<string[]>('*[]._id'))
      const lost = [...kept, 'later'].filter((id) => !found.has(id))
      if (lost.length > 0) misses.push(`lost: ${lost.join(', ')}`)
      await again.end()
      return {figures: {megabytes, kept: kept.length, lost: lost.length, misses: misses.length}, misses}
    } finally {
      execFileSync('umount', ['--lazy', disk])
    }
  })

if (import.meta.main) await runProof('full-disk', {megabytes: 3}, fullDiskProof)
