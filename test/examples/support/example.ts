import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {run} from './command.ts'
import {takeRoleprintFrom} from './lock.ts'

export const examples = resolve(import.meta.dirname, '../../../examples')
export const exampleNames = ['astro', 'next', 'node'] as const
export type ExampleName = (typeof exampleNames)[number]

/** What the official starters make, as far as the guides of `docs/` build on it. */
export const starters = resolve(import.meta.dirname, '../starters')
export const starterNames = ['nuxt', 'sveltekit'] as const
export type StarterName = (typeof starterNames)[number]

/** Every project that has a lock, and where it is. */
export const projects: readonly {name: ExampleName | StarterName; folder: string}[] = [
  ...exampleNames.map((name) => ({name, folder: join(examples, name)})),
  ...starterNames.map((name) => ({name, folder: join(starters, name)})),
]

const made =
  /[\\/](?:node_modules|dist|\.next|\.nuxt|\.output|\.svelte-kit|\.astro|job-descriptions|\.env(?:\.local)?)$/

export interface Example {
  folder: string
  remove(): void
}

/** A copy of an example in a folder of its own, without what was installed or built in it. */
export function copyOf(name: ExampleName | StarterName): Example {
  const folder = mkdtempSync(join(tmpdir(), `roleprint-${name}-`))
  const from = projects.find((project) => project.name === name)?.folder ?? ''
  cpSync(from, folder, {recursive: true, filter: (path) => !made.test(path)})
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true, maxRetries: 3})}
}

/** Installs what the lock of a copy says, with the tarball in the place of the published package. */
export async function installIn(folder: string, tarball: string): Promise<void> {
  takeRoleprintFrom(folder, `file:${tarball}`)
  await run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], folder)
}

/** Does what `.env.example` asks for: copies it, with values filled in. It must name each of them. */
export function fillEnvironment(folder: string, file: string, values: Readonly<Record<string, string>>): void {
  let text = readFileSync(join(folder, '.env.example'), 'utf8')
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^${name}=.*$`, 'm')
    if (!line.test(text)) throw new Error(`.env.example does not name ${name}.`)
    text = text.replace(line, () => `${name}=${value}`)
  }
  writeFileSync(join(folder, file), text)
}
