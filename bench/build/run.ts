/**
 * Builds the same site with roleprint and with its peers, side by side:
 * `node bench/build/run.ts [--roles 1000] [--full] [--rounds 3] [--only roleprint,literals] [--keep]`.
 */
import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {keepSection} from '../report.ts'
import {median} from '../rounds.ts'
import {bundlePeers} from './bundle.ts'
import {contestantsWith, install, type Name, names} from './contestants.ts'
import {writeDataset} from './dataset.ts'
import {type Goal, goalsOf, growthGoal, type Measured} from './goals.ts'
import {buildFromLake} from './lake-build.ts'
import {keepPlot} from './plot.ts'
import {race} from './race.ts'
import {rebuild} from './rebuilds.ts'
import {textTable} from './text-table.ts'

const {values} = parseArgs({
  options: {
    roles: {type: 'string', default: '1000'},
    // Ten times as many roles as well, without those that take too long.
    full: {type: 'boolean', default: false},
    rounds: {type: 'string', default: '3'},
    only: {type: 'string', default: names.join(',')},
    keep: {type: 'boolean', default: false},
    cli: {type: 'string', default: join(import.meta.dirname, '../../dist/cli.js')},
  },
})
const asked = new Set<string>(['roleprint', ...values.only.split(',')])
const unknown = [...asked].find((name) => !names.some((known) => known === name))
if (unknown !== undefined) throw new Error(`There is no ${unknown}. --only takes ${names.join(', ')}.`)

const cli = resolve(values.cli)
const contestants = Object.entries(contestantsWith(cli)).filter(([name]) => asked.has(name)) as [
  Name,
  ReturnType<typeof contestantsWith>[Name],
][]
const root = mkdtempSync(join(tmpdir(), 'roleprint-build-'))
const tell = (text: string) => console.error(text)
const lakeRounds = 2

async function measure(roles: number, rounds: number, isLarge: boolean): Promise<Measured> {
  const folder = join(root, String(roles))
  const {file: content} = writeDataset(folder, roles)
  const assets = themeIn(folder)
  const taking = contestants.filter(([, {isFast}]) => isFast || !isLarge)
  tell(`\n${roles.toLocaleString('en')} roles`)
  const {placed, differing} = await race(taking, {content, assets, folder, rounds, tell})
  const rebuilds = await rebuild({cli, content, out: join(folder, 'roleprint'), folder, roles})
  const builds = await buildFromLake({cli, content, folder}, lakeRounds)
  rmSync(folder, {recursive: true, force: true})
  const lake = {seconds: median(builds.map(({seconds}) => seconds)), builds}
  return {roles, placed, differing, rebuilds, lake}
}

/** The style sheet and the script that every page asks for, as all contestants get them. */
function themeIn(folder: string): string {
  const assets = join(folder, 'assets')
  mkdirSync(assets)
  const theme = join(import.meta.dirname, '../../src/theme')
  for (const name of ['roleprint.css', 'roleprint.js']) copyFileSync(join(theme, name), join(assets, name))
  return assets
}

const contestantTable = ({placed}: Measured): string =>
  textTable(
    [
      ['who builds it', 'seconds', 'of CPU', 'memory, MB', 'of roleprint’s time'],
      ...placed.map(({name, label, seconds, cpuSeconds, memoryMB, ratio}) => [
        // Of the one that only writes, the clock leaves the reading out, and the system does not.
        ...[
          label,
          seconds.toFixed(2),
          name === 'copy' ? '' : cpuSeconds.toFixed(2),
          memoryMB.toFixed(0),
          `${ratio.toFixed(2)} ×`,
        ],
      ]),
    ],
    [1, 2, 3, 4],
  )

const goalTable = (goals: readonly Goal[]): string =>
  textTable([
    ['goal', 'found', ''],
    ...goals.map(({what, found, isMet}) => [what, found, isMet === undefined ? '' : isMet ? 'met' : 'MISSED']),
  ])

try {
  await bundlePeers()
  for (const [, contestant] of contestants) install(contestant)
  const small = await measure(Number(values.roles), Number(values.rounds), false)
  const large = values.full ? await measure(Number(values.roles) * 10, 2, true) : null
  const goals: Goal[] = []
  for (const measured of [small, ...(large ? [large] : [])]) {
    const own = goalsOf(measured)
    if (measured === large) own.push(growthGoal(small, large))
    goals.push(...own)
    const results = `${contestantTable(measured)}\n\n${goalTable(own)}`
    console.log(`\n${measured.roles.toLocaleString('en')} roles:\n\n${results}`)
    if (values.keep) keep(measured, results, measured === large)
  }
  if (goals.some(({isMet}) => isMet === false)) process.exitCode = 1
} finally {
  rmSync(root, {recursive: true, force: true})
}

function keep({roles, placed}: Measured, results: string, isLarge: boolean): void {
  const {file, alt} = keepPlot(isLarge ? 'build-large.svg' : 'build.svg', placed, {roles})
  const size = values.roles === '1000' ? '' : ` --roles ${values.roles}`
  const command = `\`node bench/build/run.ts${size}${values.full ? ' --full' : ''} --keep\``
  keepSection(`Build: ${roles.toLocaleString('en')} roles`, `${command}\n\n![${alt}](${file})\n\n${results}`)
}
