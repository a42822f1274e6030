/** Runs the full form of every proof and the measure of scale, one after another, and keeps their last figures. */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {keepSection} from '../report.ts'

// What needs a tool or a right that is not everywhere says so and fails by itself.
const names = ['scale', 'kill', 'fsync', 'damage', 'contention', 'full-disk', 'compact', 'soak']
/** The points of its curve are for the one who looks for a leak. */
const options: Record<string, string[]> = {soak: ['--points', '0']}
const chosen = process.argv.slice(2)

const told = names
  .filter((name) => chosen.length === 0 || chosen.includes(name))
  .map((name) => {
    const start = performance.now()
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [join(import.meta.dirname, `${name}.ts`), ...(options[name] ?? [])],
      {
        ...{encoding: 'utf8', maxBuffer: 1e8},
      },
    )
    const text = stdout.trim() || stderr.trim().slice(-2000)
    console.log(`${text}\n`)
    if (status !== 0) process.exitCode = 1
    const minutes = ((performance.now() - start) / 60_000).toFixed(1)
    keepSection(`Lake: ${name}`, `\`node bench/lake/${name}.ts\`, ${minutes} minutes:\n\n\`\`\`\n${text}\n\`\`\``)
    return status
  })
if (told.length === 0) console.error(`Name some of: ${names.join(', ')}.`)
