/** Counts how often a lake has its disk write for good: at least once for each transaction it acknowledges. Needs strace. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {clientOf, startProcess} from './lake-process.ts'
import {inFolder, type Proof, runProof} from './proof.ts'

export const fsyncProof = ({transactions = 200}: Record<string, number>): Promise<Proof> =>
  inFolder(async (folder) => {
    const trace = join(folder, 'trace')
    const within = [
      'strace',
      '--daemonize=grandchild',
      '--follow-forks',
      '--trace=fsync,fdatasync',
      `--output=${trace}`,
    ]
    const lake = await startProcess({dataDir: join(folder, 'data'), within})
    const client = clientOf(lake)
    // A call that is interrupted by one of another thread is told in two lines, with one result.
    const syncs = () => readFileSync(trace, 'utf8').match(/(?:fsync|fdatasync)\b.*= 0$/gm)?.length ?? 0
    await client.create({_id: 'counter', _type: 'count', number: 0})
    const before = syncs()
    const misses: string[] = []
    for (let number = 1; number <= transactions; number += 1) {
      await client.patch('counter').inc({number: 1}).commit()
      if (syncs() - before < number)
        misses.push(`transaction ${number} is acknowledged after ${syncs() - before} syncs`)
    }
    const found = syncs() - before
    await lake.end()
    return {figures: {transactions, syncs: found, 'a transaction': found / transactions, misses: misses.length}, misses}
  })

if (import.meta.main) await runProof('fsync', {transactions: 200}, fsyncProof)
