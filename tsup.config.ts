import {copyFile} from 'node:fs/promises'
import {defineConfig} from 'tsup'
import {pureShapes} from './pure-shapes.ts'
import {sourcesHash} from './sources-hash.ts'
import {themeTexts} from './theme-texts.ts'

// What a program imports, and so needs types for. The plugin's are written by `studio/declare-plugin.ts`.
const library = {
  index: 'src/index.ts',
  schemas: 'schemas/index.ts',
  local: 'src/local.ts',
  checks: 'src/checks.ts',
  theme: 'src/theme.ts',
  preview: 'src/preview.ts',
  share: 'src/share.ts',
  lake: 'src/lake/index.ts',
}

/**
 * Not for anybody to import: what these hold comes into files of its own, so that a bundler that reads whole files (rolldown
 * keeps every package a file names) takes no more of `roleprint` than what a page is printed with.
 */
const apart = {
  'part-escape': 'src/render/html-escape.ts',
  'part-tags': 'src/page/tags.ts',
  'part-queries': 'src/queries.ts',
  'part-page': 'src/page/page.ts',
  'part-html': 'src/render/html.ts',
  'part-source': 'src/source/fetch-role.ts',
}

/** For programs. */
const packaged = defineConfig({
  entry: {
    ...library,
    ...apart,
    'lake-worker': 'src/lake/query/worker.ts',
    studio: 'studio/plugin/index.ts',
  },
  format: 'esm',
  target: 'es2023',
  platform: 'neutral',
  // There is no `sqlite` without its prefix.
  removeNodeProtocol: false,
  external: [/^node:/, /^roleprint(?:$|\/)/],
  esbuildOptions: (options) => {
    options.jsx = 'automatic'
  },
  define: themeTexts,
  esbuildPlugins: [pureShapes],
  // The scripts below come into the same folder.
  clean: ['**/*', '!follow.js', '!overlays.js', '!cli*.js', '!print-worker.js'],
  dts: {entry: library},
  // Style sheets and the page script are shipped as they are written.
  publicDir: 'src/theme',
  onSuccess: async () => {
    await copyFile('src/cli/site/site.css', 'dist/site.css')
    await copyFile('src/cli/build/roles.css', 'dist/roles.css')
    await copyFile('src/cli/build/roles.js', 'dist/roles.js')
  },
})

/**
 * For the command line: with what it prints with, since a program that opens two hundred files to begin with starts
 * slowly. What few commands need stays outside, and each command is a file of its own.
 */
const program = defineConfig({
  entry: {cli: 'src/cli/main.ts', 'print-worker': 'src/cli/build/print-worker.ts'},
  format: 'esm',
  target: 'es2023',
  platform: 'node',
  // There is no `sqlite` without its prefix.
  removeNodeProtocol: false,
  splitting: true,
  noExternal: [
    /^(?:zod|groq|groq-js|diff|jsonc-parser|fastest-levenshtein|@vercel\/stega)(?:$|\/)/,
    /^@portabletext\//,
  ],
  esbuildOptions: (options) => {
    options.chunkNames = 'cli-[name]-[hash]'
  },
  define: {...themeTexts, ...sourcesHash},
  clean: ['cli*.js', 'print-worker.js'],
})

/** For the pages of the preview: each script with all it needs. */
const scripts = defineConfig({
  entry: {follow: 'src/cli/preview/browser/follow.ts', overlays: 'src/overlays/overlays.ts'},
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  noExternal: [/./],
  minify: true,
  splitting: false,
  define: {'process.env.NODE_ENV': '"production"'},
  // A page's policy forbids a style element, and has nothing to say about this.
  injectStyle: (css) =>
    `const sheet = new CSSStyleSheet(); sheet.replaceSync(${css}); document.adoptedStyleSheets.push(sheet)`,
})

export default [packaged, program, scripts]
