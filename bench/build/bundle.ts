import {join} from 'node:path'
import {build} from 'esbuild'

const folder = join(import.meta.dirname, 'peers')

/** Where the peers stand once they are bundled: as plain JavaScript, as roleprint's own command is. */
export const bundled = join(import.meta.dirname, 'dist')

/** Bundles the peers, so that none of them spends its time on reading TypeScript. */
export async function bundlePeers(): Promise<void> {
  await build({
    entryPoints: ['copy.ts', 'literals.ts', 'react.ts', 'print.ts'].map((name) => join(folder, name)),
    outdir: bundled,
    ...{bundle: true, platform: 'node', format: 'esm', target: 'node22', logLevel: 'warning'},
    external: ['react', 'react-dom', 'react-dom/server', '@portabletext/react'],
  })
}
