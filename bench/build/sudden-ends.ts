import {once} from 'node:events'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {randomFrom} from '../lake/proof.ts'
import type {BuildProof, ProofSettings} from './build-proof.ts'
import {writeDataset} from './dataset.ts'
import {runWell, startProcess} from './measured-process.ts'
import {hashOf, type Tree, treeOf} from './tree.ts'

/** How much longer than a whole build the longest wait is: some builds may end by themselves. */
const beyond = 1.1

/**
 * Ends builds into one folder at any moment of their work. The content changes from round to round, and every page with
 * it: whatever a reader may see must be a whole file, of the one content or of the other. In the end a build that is
 * left alone must leave what it leaves in a new folder.
 */
export async function suddenEndsProof({cli, folder, roles, rounds, seed}: ProofSettings): Promise<BuildProof> {
  const place = join(folder, 'ends')
  const {file} = writeDataset(place, roles)
  const contents = [file, renamed(file, join(place, 'renamed.ndjson'))]
  const commandOf = (content: string, out: string) => [
    process.execPath,
    cli,
    'build',
    '--content',
    content,
    '--out',
    out,
  ]
  const references: Tree[] = []
  let longest = 0
  for (const content of contents) {
    const out = join(place, 'reference')
    const {seconds} = await runWell({parts: commandOf(content, out)})
    longest = Math.max(longest, seconds * 1000)
    references.push(treeOf(out))
    rmSync(out, {recursive: true, force: true})
  }

  const random = randomFrom(seed)
  const site = join(place, 'site')
  const misses: string[] = []
  const found = {ended: 0, finished: 0, mixed: 0, looked: 0}
  for (let round = 0; round < rounds; round += 1) {
    const content = contents[round % contents.length] as string
    const isFinished = await endAfter(commandOf(content, site), random() * longest * beyond)
    found[isFinished ? 'finished' : 'ended'] += 1
    const tree = existsSync(site) ? treeOf(site) : new Map()
    found.looked += tree.size
    misses.push(
      ...brokenIn(tree, references).map((path) => `round ${round + 1}: ${path} is no whole file of either content`),
    )
    if (isMixed(tree, references)) found.mixed += 1
  }
  const last = (rounds - 1) % contents.length
  await runWell({parts: commandOf(contents[last] ?? file, site)})
  const isSame = hashOf(treeOf(site)) === hashOf(references[last] ?? new Map())
  if (!isSame) misses.push('the build that was left alone left something else than in a new folder')
  return {
    name: 'sudden ends',
    figures: {
      ...{
        roles,
        rounds,
        'ended by force': found.ended,
        'done before': found.finished,
        'left old beside new': found.mixed,
      },
      ...{'files looked at': found.looked, 'in the end as in a new folder': isSame ? 'yes' : 'no'},
    },
    misses,
  }
}

/** The same content under another name of the organization, which every page bears. */
function renamed(file: string, other: string): string {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(/"organizationName":"[^"]*"/, '"organizationName":"Another Works"')
  if (changed === text) throw new Error('There is no name to change.')
  writeFileSync(other, changed)
  return other
}

/** Whether the process was done before its time was over. */
async function endAfter(parts: readonly string[], milliseconds: number): Promise<boolean> {
  const child = startProcess({parts})
  child.stdout?.resume()
  child.stderr?.resume()
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const [exitCode, signal] = await once(child, 'close')
  clearTimeout(timer)
  if (signal === null && exitCode !== 0) throw new Error(`The build ended with ${exitCode}.`)
  return signal === null
}

const brokenIn = (tree: Tree, references: readonly Tree[]): string[] =>
  [...tree]
    .filter(([path, hash]) => !references.some((reference) => reference.get(path) === hash))
    .map(([path]) => path)

/** Whether files of each content are there that the other one has not. */
const isMixed = (tree: Tree, references: readonly Tree[]): boolean =>
  references.every((reference) =>
    [...tree].some(
      ([path, hash]) =>
        reference.get(path) === hash && references.every((other) => other === reference || other.get(path) !== hash),
    ),
  )
