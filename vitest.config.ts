import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'schemas/**/*.ts'],
      exclude: ['src/cli/main.ts'],
      reporter: ['text-summary'],
      thresholds: {lines: 95},
    },
  },
})
