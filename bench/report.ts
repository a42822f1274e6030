import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {availableParallelism, cpus} from 'node:os'

export interface Row {
  what: string
  /** Median, in µs a role. */
  time: number
  /** How it compares, in words. */
  comparison?: string
  goal?: string
  isMet?: boolean
}

/** The rows as a Markdown table, its columns in line. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['what is printed, and by what', 'µs per role', 'comparison', 'goal', 'met'],
    ...rows.map(({what, time, comparison = '', goal = '', isMet}) => [
      what,
      time.toFixed(time < 100 ? 1 : 0),
      comparison,
      goal,
      isMet === undefined ? '' : isMet ? 'yes' : 'NO',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const print = (cells: string[]) => `| ${cells.map((cell, column) => pad(cell, column, widths)).join(' | ')} |`
  const [head = [], ...body] = lines.map(print)
  return [head, `| ${widths.map(rule).join(' | ')} |`, ...body].join('\n')
}

const isNumber = (column: number) => column === 1

const pad = (cell: string, column: number, widths: number[]) =>
  isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)

const rule = (width: number, column: number) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))

const file = new URL('RESULTS.md', import.meta.url)

/** Keeps the last figures of one measure: where and when it was made, and of which code. The others stay as they are. */
export function keepSection(name: string, results: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `# Benchmark results\n`
  const [head = '', ...sections] = text.split(/^(?=## )/m)
  const others = sections.filter((section) => !section.startsWith(`## ${name}\n`))
  const own = `## ${name}\n\n${circumstances()}\n\n${results}\n\n`
  writeFileSync(file, `${[head, ...[...others, own].sort()].join('').trimEnd()}\n`)
}

const circumstances = (): string => `- Machine: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores
- Node: ${process.version} (${process.platform} ${process.arch})
- Date: ${new Date().toISOString().slice(0, 10)}
- Commit: ${commit()}`

function commit(): string {
  const git = (...parts: string[]) => execFileSync('git', parts, {encoding: 'utf8'}).trim()
  const changes = git('status', '--porcelain', '--', 'src') === '' ? '' : ', with changes in src that are not committed'
  return `${git('rev-parse', '--short', 'HEAD')}${changes}`
}
