import {readdir, readFile} from 'node:fs/promises'
import {join, posix, relative} from 'node:path'
import {run} from '../../../src/cli/run.ts'
import {nurse, shared} from '../support/content.ts'

/** A role like the nurse, under another name. */
export const roleNamed = (name: string, more: object = {}) => ({
  ...nurse,
  ...{_id: `role-${name}`, title: name, slug: {_type: 'slug', current: name}},
  ...more,
})

export {nurse, shared}

export const build = (content: string, out: string, ...more: string[]) =>
  run(['build', '--content', content, '--out', out, ...more], {})

/** The names of files that are not the same in both folders: of thousands, whole texts would be too much to show. */
export const differing = (one: Record<string, string>, other: Record<string, string>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name])

/** Links of pages to files that are not there. */
export const deadLinksIn = (site: Record<string, string>): string[] =>
  Object.entries(site).flatMap(([name, text]) =>
    [...text.matchAll(/ href="(\.{1,2}\/[^"#]*)"/g)]
      .map(([, href = '']) => posix.join(posix.dirname(name), href))
      .filter((path) => name.endsWith('.html') && !(path in site))
      .map((path) => `${name}: ${path}`),
  )

/** Every file of a folder with its text, but for what the build keeps for itself. */
export async function tree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  const own = paths.map((path) => relative(folder, path)).filter((path) => !path.startsWith('.roleprint-build'))
  const texts = await Promise.all(own.sort().map(async (path) => [path, await readFile(join(folder, path), 'utf8')]))
  return Object.fromEntries(texts)
}
