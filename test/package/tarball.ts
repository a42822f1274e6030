import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {run} from './command.ts'

export const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** Builds and packs the checkout into a folder, and unpacks what was packed beside it. */
export async function pack(folder: string): Promise<{tarball: string; unpacked: string}> {
  const report = await run('npm', ['pack', '--pack-destination', folder, '--json'], {cwd: checkout})
  // The build prints before the report.
  const name = report.match(/"filename": "([^"]+)"/)?.[1]
  if (!name) throw new Error(`npm pack names no file:\n${report}`)
  const tarball = join(folder, name)
  await run('tar', ['-xzf', tarball, '-C', folder], {cwd: folder})
  return {tarball, unpacked: join(folder, 'package')}
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

const allowed = [
  /^dist\/[\w-]+\.(?:js|css|d\.ts)$/,
  /^content\/[\w-]+\.ndjson$/,
  /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
]

const required = ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json', 'dist/index.js', 'content/roles.ndjson']

/** What is in the tarball and should not be, and what should be and is not. */
export const unexpectedFiles = (files: readonly string[]): string[] => [
  ...files.filter((file) => !allowed.some((pattern) => pattern.test(file))).map((file) => `${file} is not wanted`),
  ...required.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
]

/** Every place in the files that tells where they were made. */
export const telltalePaths = (folder: string, files: readonly string[]): string[] =>
  files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return [checkout, ...['home', 'root', 'Users'].map((name) => `/${name}/`)]
      .filter((path) => text.includes(path))
      .map((path) => `${file} says ${path}`)
  })
