import {execFileSync} from 'node:child_process'
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

/** The record of one run: where and when it was made, and of which code. */
export const record = (results: string): string => `# Benchmark results

Written by \`BENCH_RECORD=1 npm run bench\`. What is compared, and how, stands in \`render.bench.ts\`.

- Machine: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores
- Node: ${process.version} (${process.platform} ${process.arch})
- Date: ${new Date().toISOString().slice(0, 10)}
- Commit: ${commit()}

${results}
`

function commit(): string {
  const git = (...parts: string[]) => execFileSync('git', parts, {encoding: 'utf8'}).trim()
  const changes = git('status', '--porcelain', '--', 'src') === '' ? '' : ', with changes in src that are not committed'
  return `${git('rev-parse', '--short', 'HEAD')}${changes}`
}
