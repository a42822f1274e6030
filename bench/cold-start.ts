/** How long the program takes to begin: `node bench/cold-start.ts [--keep]`, after `npm run build`. */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {keepSection} from './report.ts'
import {median} from './rounds.ts'

const cli = join(import.meta.dirname, '../dist/cli.js')
const calls = {
  'node -e 0': ['-e', '0'],
  'roleprint --version': [cli, '--version'],
  'roleprint render': [cli, 'render', 'machine-learning-engineer'],
}
const rounds = 21
const goal = 3

const times = Object.fromEntries(Object.keys(calls).map((name): [string, number[]] => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(calls)) {
    const start = performance.now()
    const {status} = spawnSync(process.execPath, args, {stdio: 'ignore'})
    if (status !== 0) throw new Error(`${name} ended with ${status}. Is the package built?`)
    times[name]?.push(performance.now() - start)
  }
}

const empty = median(times['node -e 0'] ?? [])
const rows = Object.entries(times).map(([name, each]) => {
  const time = median(each)
  return `| ${name} | ${time.toFixed(0)} ms | ${(time / empty).toFixed(2)} × |`
})
const ratio = median(times['roleprint render'] ?? []) / empty
const text = [
  '`node bench/cold-start.ts`',
  `| program | median of ${rounds} | of an empty one |\n|---|--:|--:|\n${rows.join('\n')}`,
  `Goal: \`roleprint render\` ≤ ${goal} × \`node -e 0\`: ${ratio <= goal ? 'met' : 'MISSED'}.`,
].join('\n\n')
console.log(text)
if (process.argv.includes('--keep')) keepSection('Cold start', text)
if (ratio > goal) process.exitCode = 1
