import {spawn} from 'node:child_process'
import {onTestFinished} from 'vitest'

/** Keeps the processors busy with other things until the test is over. */
export function busyLoops(count: number): void {
  const program = 'const end = Date.now() + 300_000; while (Date.now() < end);'
  for (let loop = 0; loop < count; loop += 1) {
    const child = spawn(process.execPath, ['-e', program], {stdio: 'ignore'})
    onTestFinished(() => void child.kill('SIGKILL'))
  }
}
