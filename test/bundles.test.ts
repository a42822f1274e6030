import {writeFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'
import {rolldown} from 'rolldown'
import {afterAll, describe, expect, it} from 'vitest'

// The built library, as a site's bundler finds it.
const entry = new URL('../dist/index.js', import.meta.url).pathname
const folder = await mkdtemp(join(tmpdir(), 'roleprint-bundles-'))
afterAll(() => rm(folder, {recursive: true}))

/** Packages that may come along, and bytes, gzipped. */
const wanted = [
  {names: 'escapeHTML', packages: [], limit: 200},
  {names: 'roleTag', packages: [], limit: 120},
  {names: 'roleQuery', packages: ['groq'], limit: 1_200},
  {names: 'rolePage, toHTML', packages: ['@portabletext/to-html', '@portabletext/toolkit'], limit: 12_800},
  {
    names: 'rolePage, toHTML, fetchRole',
    packages: ['@portabletext/to-html', '@portabletext/toolkit', 'groq', 'zod'],
    limit: 24_064,
  },
] as const

describe.each(Object.entries({esbuild: withEsbuild, rolldown: withRolldown}))('a bundle of %s', (_, bundle) => {
  it.each(wanted)('holds for $names no more than that needs: $limit bytes', async ({names, packages, limit}) => {
    const file = join(folder, `${names.replaceAll(', ', '-')}.js`)
    writeFileSync(file, `export {${names}} from ${JSON.stringify(entry)}`)
    const {code, modules} = await bundle(file)
    const found = new Set(modules.flatMap((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []))
    expect([...found].filter((name) => !(packages as readonly string[]).includes(name))).toEqual([])
    expect(gzipSync(code, {level: 9}).length).toBeLessThanOrEqual(limit)
  })
})

async function withEsbuild(file: string): Promise<{code: string; modules: string[]}> {
  const {outputFiles, metafile} = await build({
    ...{entryPoints: [file], bundle: true, minify: true, format: 'esm', platform: 'browser'},
    ...{metafile: true, write: false, logLevel: 'silent'},
  })
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
  return {
    code: outputFiles[0]?.text ?? '',
    modules: inputs.filter(([, {bytesInOutput}]) => bytesInOutput > 0).map(([path]) => path),
  }
}

/** What Vite bundles with. */
async function withRolldown(file: string): Promise<{code: string; modules: string[]}> {
  const bundle = await rolldown({input: file, platform: 'browser', logLevel: 'silent'})
  const {output} = await bundle.generate({format: 'esm', minify: true})
  await bundle.close()
  const {code, modules} = output[0]
  const kept = Object.entries(modules).filter(([, {renderedLength}]) => renderedLength > 0)
  return {code, modules: kept.map(([path]) => path)}
}
