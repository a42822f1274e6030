import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'
import {describe, expect, it} from 'vitest'

const entry = new URL('../src/index.ts', import.meta.url).pathname
const kibibyte = 1024

describe('what a browser has to load', () => {
  const measured = async ({names, limit}: {names: string; limit: number}) => {
    const {size} = await bundle(`export {${names}} from ${JSON.stringify(entry)}`)
    console.log(`${names}: ${size} bytes, ${(size / kibibyte).toFixed(1)} KiB gzipped, of ${limit}`)
    expect(size).toBeLessThanOrEqual(limit * kibibyte)
  }

  // Missed since languages, line breaks and numbers are printed as they should be. Whoever meets it again is told here.
  it.fails.each([
    {names: 'rolePage, toHTML', limit: 10},
    {names: 'rolePage, toHTML, fetchRole', limit: 20},
  ])('stays under $limit KiB for $names', measured)

  it.each([
    {names: 'rolePage, toHTML', limit: 12.5},
    {names: 'rolePage, toHTML, fetchRole', limit: 23.5},
  ])('grows no further than $limit KiB for $names until then', measured)

  it('holds nothing that belongs to a server or to the local source', async () => {
    const {packages, imports} = await bundle(`export * from ${JSON.stringify(entry)}`)
    expect(imports).toEqual([])
    for (const name of ['groq-js', '@sanity/client', 'jsonc-parser']) expect(packages).not.toContain(name)
  })
})

/** Size in bytes, minified and gzipped; the packages inside; and what would still be imported from elsewhere. */
async function bundle(contents: string) {
  const {outputFiles, metafile} = await build({
    stdin: {contents, resolveDir: new URL('.', import.meta.url).pathname, loader: 'ts'},
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // Would otherwise stop the build: the test names them instead.
    external: ['node:*'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const output = Object.values(metafile.outputs)[0]
  return {
    size: gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), {level: 9}).length,
    packages: Object.keys(output?.inputs ?? {}).flatMap(
      (path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? [],
    ),
    imports: output?.imports.map(({path}) => path) ?? [],
  }
}
