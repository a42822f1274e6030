import {defineConfig} from 'vitest/config'
import {themeTexts} from './theme-texts.ts'

/** Proofs that kill, flood, damage or wait, in their quick form. They measure, so each has the machine to itself. */
export default defineConfig({
  define: themeTexts,
  test: {
    include: ['test/**/*.proof.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
  },
})
