#!/usr/bin/env node
import {printable} from './printable.ts'
import {run} from './run.ts'

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const {stdout, stderr, exitCode, close} = await run(process.argv.slice(2), process.env)
process.stderr.write(stderr)
process.stdout.write(process.stdout.isTTY ? printable(stdout) : stdout)
process.exitCode = exitCode

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  if (close) process.once(signal, () => void close())
}
