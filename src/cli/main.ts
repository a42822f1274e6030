#!/usr/bin/env node
import {printable} from './printable.ts'
import {run} from './run.ts'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`roleprint needs Node 22.13 or later; this is ${process.versions.node}.\n`)
  process.exit(64)
}

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
