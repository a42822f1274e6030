import {defineConfig} from 'vitest/config'

/** Proofs that kill, flood or damage a lake, in their quick form. They measure, so each has the machine to itself. */
export default defineConfig({
  test: {
    include: ['test/**/*.proof.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
  },
})
