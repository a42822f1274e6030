import {build} from 'esbuild'
import {describe, expect, it} from 'vitest'

const entry = new URL('../../src/preview.ts', import.meta.url).pathname

describe('roleprint/preview', () => {
  it('needs nothing that a runtime without Node has not', async () => {
    const {metafile, outputFiles} = await build({
      ...{entryPoints: [entry], bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main']},
      ...{external: ['node:*', 'crypto', 'buffer'], conditions: ['import'], write: false, metafile: true},
      // As every bundler and every runtime but a bare worker says.
      define: {'process.env.NODE_ENV': '"production"'},
    })
    expect(Object.values(metafile.outputs).flatMap(({imports}) => imports.map(({path}) => path))).toEqual([])
    expect(outputFiles[0]?.text).not.toMatch(/(?<![\w$."'])(?:Buffer[.(]|process\.|require\()/)
  })
})
