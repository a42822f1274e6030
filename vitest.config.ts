import {defineConfig} from 'vitest/config'
import {themeTexts} from './theme-texts.ts'

export default defineConfig({
  define: themeTexts,
  test: {
    include: ['test/**/*.test.ts'],
    // Property tests and a real browser take their time on a busy machine.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'schemas/**/*.ts'],
      exclude: ['src/cli/main.ts'],
      reporter: ['text-summary'],
      thresholds: {lines: 95},
    },
  },
})
