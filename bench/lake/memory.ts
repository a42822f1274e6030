import {readFileSync} from 'node:fs'

/** The memory a process and those it has started hold now, and at the most so far, in MB. Linux only. */
export function memoryOf(pid: number): {now: number; most: number} {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return children.map(memoryOf).reduce((sum, {now, most}) => ({now: sum.now + now, most: sum.most + most}), {
    now: read('VmRSS'),
    most: read('VmHWM'),
  })
}
