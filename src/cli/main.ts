#!/usr/bin/env node
import module from 'node:module'
import {printable} from './printable.ts'
import {tellUnwritten, writeOut} from './write-out.ts'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`roleprint needs Node 22.13 or later; this is ${process.versions.node}.\n`)
  process.exit(64)
}

process.stdout.on('error', tellUnwritten)

// Node 22 and 24 call SQLite experimental each time; what the lake uses of it is tested with both.
process.removeAllListeners('warning')
process.on('warning', (warning) => {
  if (!warning.message.includes('SQLite')) process.stderr.write(`${warning.name}: ${warning.message}\n`)
})

/** One line that is written over on a terminal; a line now and then elsewhere. */
let told = process.stderr.isTTY ? 0 : Date.now()
function progress(text: string, share?: number): void {
  const now = Date.now()
  if (now - told < (process.stderr.isTTY ? 100 : 2000)) return
  told = now
  process.stderr.write(
    process.stderr.isTTY ? `\r\x1b[K${share === undefined ? '' : `${bar(share)} `}${text}` : `${text}\n`,
  )
}

const barWidth = 24

function bar(share: number): string {
  const done = Math.round(share * barWidth)
  return `${'█'.repeat(done)}${'░'.repeat(barWidth - done)}`
}

function clearProgress(): void {
  if (told > 0 && process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}

function say(text: string): void {
  clearProgress()
  writeOut(process.stdout.isTTY ? printable(text) : text)
}

// Kept compiled, the program starts in half the time from the second call on.
module.enableCompileCache?.()
const {run} = await import('./run.ts')

const {stdout, stderr, exitCode, close, onEnter} = await run(process.argv.slice(2), process.env, {
  folder: '.',
  progress,
  say,
})
clearProgress()
process.stderr.write(stderr)
process.exitCode = exitCode
writeOut(process.stdout.isTTY ? printable(stdout) : stdout)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  if (close) process.once(signal, () => void close())
}

// A terminal, or a pipe that somebody holds: neither keeps the program running.
if (onEnter) {
  process.stdin.on('data', () => say(onEnter())).on('error', () => {})
  process.stdin.unref?.()
}
