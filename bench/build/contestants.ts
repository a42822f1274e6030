import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {bundled} from './bundle.ts'
import type {Command} from './measured-process.ts'

/** What a contestant is given: the content, the styles and scripts of the theme, and a folder that is not there yet. */
export interface Order {
  content: string
  assets: string
  out: string
  /** What roleprint has built of the same content. */
  ours: string
}

export interface Contestant {
  label: string
  command(order: Order): Command
  /** Takes part with many roles, too. */
  isFast?: boolean
  /** The folder of a package that must be installed first. */
  site?: string
}

const sites = join(import.meta.dirname, 'sites')
const node = process.execPath

const peer =
  (name: string) =>
  ({content, assets, out}: Order): Command => ({
    parts: [node, join(bundled, `${name}.js`), '--content', content, '--assets', assets, '--out', out],
  })

const generator =
  (site: string, ...parts: string[]) =>
  ({content, assets, out}: Order): Command => ({
    parts: [node, ...parts],
    cwd: site,
    env: {BENCH_CONTENT: content, BENCH_ASSETS: assets, BENCH_OUT: out, ASTRO_TELEMETRY_DISABLED: '1'},
  })

const eleventy = join(sites, 'eleventy')
const astro = join(sites, 'astro')

export const names = ['roleprint', 'copy', 'literals', 'react', 'eleventy', 'astro'] as const
export type Name = (typeof names)[number]

export const contestantsWith = (cli: string): Record<Name, Contestant> => ({
  roleprint: {
    label: 'roleprint build',
    command: ({content, out}) => ({parts: [node, cli, 'build', '--content', content, '--out', out]}),
    isFast: true,
  },
  copy: {
    label: 'the same bytes, written alone',
    command: ({ours, out}) => ({parts: [node, join(bundled, 'copy.js'), '--from', ours, '--out', out]}),
    isFast: true,
  },
  literals: {label: 'template literals by hand', command: peer('literals'), isFast: true},
  react: {label: 'React, to static markup', command: peer('react')},
  eleventy: {
    label: 'Eleventy',
    command: generator(eleventy, join('node_modules', '@11ty', 'eleventy', 'cmd.cjs')),
    site: eleventy,
  },
  astro: {
    label: 'Astro',
    command: generator(astro, join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent'),
    site: astro,
  },
})

/** Installs a generator as its lock has it, unless it is there. */
export function install({site}: Contestant): void {
  if (site === undefined || existsSync(join(site, 'node_modules', '.package-lock.json'))) return
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {cwd: site, stdio: 'inherit'})
  if (status !== 0) throw new Error(`npm ci failed in ${site}.`)
}
