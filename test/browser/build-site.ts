import {copyFile, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Entry} from '../../src/cli/build/pages/entry.ts'
import {entryOf} from '../../src/cli/build/pages/entry.ts'
import {indexPage} from '../../src/cli/build/pages/index-page.ts'
import {notFoundPage} from '../../src/cli/build/pages/not-found-page.ts'
import {rolePageOf} from '../../src/cli/build/pages/role-page.ts'
import {siteOf} from '../../src/cli/build/pages/site.ts'
import {fetchRole, fetchRoles, jobDescription, type Role, toMarkdown, toPlainText} from '../../src/index.ts'
import {sampleSource} from '../content.ts'

const assets = ['theme/roleprint.css', 'theme/roleprint.js', 'cli/build/roles.css', 'cli/build/roles.js']

export interface BuiltSite {
  /** Every page by its path, as a server knows it. */
  pages: ReadonlyMap<string, string>
  /** The folder they are in, as an address. */
  folder: string
  remove(): Promise<void>
}

/** The pages of a static site of all sample roles, in memory and on the disk. `/many/` is a list of ten thousand. */
export async function buildSite(): Promise<BuiltSite> {
  const roles: Role[] = []
  for (const {slug} of await fetchRoles(sampleSource)) roles.push(await fetchRole(sampleSource, slug))
  const entries = roles.map((role) => entryOf(role))
  const site = siteOf(roles[0]?.site ?? null, entries)
  const pages = new Map([
    ['/', indexPage(entries, site, 'root')],
    ['/roles/', indexPage(entries, site, 'roles')],
    // One step down, as the list in `/roles/` is.
    ['/many/', indexPage(manyFrom(entries), site, 'roles')],
    ['/404.html', notFoundPage(site)],
    ...roles.flatMap((role): [string, string][] => [
      [`/roles/${role.slug}/`, rolePageOf(role)],
      [`/roles/${role.slug}/jd.md`, toMarkdown(jobDescription(role))],
      [`/roles/${role.slug}/jd.txt`, toPlainText(jobDescription(role))],
    ]),
  ])
  const folder = await mkdtemp(join(tmpdir(), 'roleprint-built-'))
  for (const [path, text] of pages) {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    await mkdir(dirname(file), {recursive: true})
    await writeFile(file, text)
  }
  for (const asset of assets) {
    const from = fileURLToPath(new URL(`../../src/${asset}`, import.meta.url))
    await copyFile(from, join(folder, asset.replace(/^.*\//, '')))
  }
  return {
    pages,
    folder: pathToFileURL(folder).href,
    remove: () => rm(folder, {recursive: true, force: true}),
  }
}

const manyFrom = (entries: readonly Entry[]): Entry[] =>
  Array.from({length: 10_000}, (_, index) => {
    const entry = entries[index % entries.length] as Entry
    return {...entry, slug: `${entry.slug}-${index}`, title: `${entry.title} ${index}`}
  })
