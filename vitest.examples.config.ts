import {defineConfig} from 'vitest/config'
import {themeTexts} from './theme-texts.ts'

/** The examples as somebody who copies them has them: installed from their locks with the packed tarball, built and opened. */
export default defineConfig({
  define: themeTexts,
  test: {
    include: ['test/examples/*.example.ts'],
    globalSetup: 'test/examples/support/packed.ts',
    // Two cores: one example that builds, and one that installs.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 600_000,
  },
})
