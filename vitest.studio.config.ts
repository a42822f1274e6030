import {defineConfig} from 'vitest/config'
import {themeTexts} from './theme-texts.ts'

/** The real Studio in a real browser, on an embedded lake. It is installed and built first, where that is not done. */
export default defineConfig(({mode}) => ({
  define: themeTexts,
  test: {
    include: [mode === 'bench' ? 'bench/studio/*.bench.ts' : 'test/studio/**/*.studio.ts'],
    globalSetup: 'test/studio/support/build.ts',
    // One browser and one Studio at a time: two cores are no more than they need.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
}))
