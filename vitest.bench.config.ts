import {defineConfig} from 'vitest/config'
import {themeTexts} from './theme-texts.ts'

export default defineConfig({
  define: themeTexts,
  test: {
    include: ['bench/**/*.bench.ts'],
    // React checks more while it is being developed with.
    env: {NODE_ENV: 'production'},
    testTimeout: 120_000,
    // Node's own loader: the module runner reads every import through a getter, which is no part of any contestant.
    experimental: {viteModuleRunner: false, nodeLoader: false},
  },
})
