import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {BuildProof, ProofSettings} from './build-proof.ts'
import {writeDataset} from './dataset.ts'
import {run} from './measured-process.ts'

/** What `roleprint build --json` prints. */
interface Report {
  roles: {built: number}
  bad: {id: string; problems: {documentId: string; path: string; reason: string}[]}[]
}

const share = 0.01

/** Every role that can be published is built, and each of the others is named, with the place and the reason. */
export async function badRolesProof({cli, folder, roles}: ProofSettings): Promise<BuildProof> {
  const place = join(folder, 'bad')
  const {file, bad} = writeDataset(place, roles, {bad: share})
  const out = join(place, 'out', 'site')
  const command = [process.execPath, cli, 'build', '--content', file, '--out', out, '--json']
  const {exitCode, stdout, stderr, seconds} = await run({parts: command})
  const report = readReport(stdout)
  const misses: string[] = []
  if (exitCode !== 1) misses.push(`it ended with ${exitCode}, not with 1: ${stderr.slice(-300)}`)

  const told = new Map(report.bad.map(({id, problems}) => [id, problems]))
  for (const {id, reason} of bad) {
    const problems = told.get(id)
    if (!problems) misses.push(`${id} is not reported: ${reason}`)
    else if (!problems.some(({path, reason}) => path && reason))
      misses.push(`${id} is reported without path and reason`)
    if (!new RegExp(`^  ${id}(?: \\(“.*”\\))?: `, 'm').test(stderr))
      misses.push(`${id} is not named on the error output`)
  }
  const known = new Set(bad.map(({id}) => id))
  for (const id of told.keys()) if (!known.has(id)) misses.push(`${id} is reported, and nothing is wrong with it`)

  const good = roles - bad.length
  if (report.roles.built !== good) misses.push(`${report.roles.built} are said to be built, not ${good}`)
  const folders = foldersIn(join(out, 'roles'))
  if (folders !== good) misses.push(`there are ${folders} folders of roles, not ${good}`)
  const beside = readdirSync(join(place, 'out')).filter((name) => name !== 'site')
  if (beside.length > 0) misses.push(`something was written beside the site: ${beside.join(', ')}`)
  return {
    name: 'bad roles',
    figures: {
      ...{
        roles,
        built: folders,
        bad: bad.length,
        reported: told.size,
        kinds: new Set(bad.map(({reason}) => reason)).size,
      },
      ...{'exit code': exitCode ?? 'none', seconds: Number(seconds.toFixed(1))},
    },
    misses,
  }
}

function readReport(stdout: string): Report {
  try {
    return JSON.parse(stdout)
  } catch {
    return {roles: {built: 0}, bad: []}
  }
}

function foldersIn(folder: string): number {
  try {
    return readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory()).length
  } catch {
    return 0
  }
}
