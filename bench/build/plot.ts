import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {escapeHTML} from '../../src/render/html-escape.ts'
import type {Name} from './contestants.ts'

/** What the plot shows of one contestant. */
export interface Bar {
  name: Name
  label: string
  seconds: number
  memoryMB: number
  ratio: number
}

export interface PlotOptions {
  roles: number
  /** What roleprint may take at the most. */
  limitMB?: number
}

const width = 800
const margin = 28
const headHeight = 112
const rowHeight = 44
const barHeight = 20
const footHeight = 52
const secondsFrom = 252
const secondsLength = 250
const memoryFrom = 620
const memoryLength = 100

/** Horizontal bars of seconds, with the memory beside them: the fastest first. Stands on light and dark pages. */
export function plot(bars: readonly Bar[], {roles, limitMB = 256}: PlotOptions): string {
  const sorted = bars.toSorted((one, other) => one.seconds - other.seconds)
  const height = headHeight + sorted.length * rowHeight + footHeight
  const mostSeconds = Math.max(...sorted.map(({seconds}) => seconds))
  const mostMB = Math.max(limitMB, ...sorted.map(({memoryMB}) => memoryMB))
  const toSeconds = (seconds: number) => (seconds / mostSeconds) * secondsLength
  const toMemory = (memory: number) => (memory / mostMB) * memoryLength
  const bottom = headHeight + sorted.length * rowHeight - rowHeight / 2 + barHeight
  const limit = memoryFrom + toMemory(limitMB)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${titleOf(roles)}</title>
<desc id="desc">${escapeHTML(sorted.map(described).join(' '))}</desc>
<style>${styles}</style>
<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="14"/>
<text class="title" x="${margin}" y="44">${titleOf(roles)}</text>
<text class="note" x="${margin}" y="68">Page, Markdown, plain text and JSON-LD of each. Shorter is better.</text>
<text class="head" x="${secondsFrom}" y="${headHeight - 12}">Seconds</text>
<text class="head" x="${memoryFrom}" y="${headHeight - 12}">Memory, MB</text>
<line class="axis" x1="${secondsFrom}" x2="${secondsFrom}" y1="${headHeight}" y2="${bottom}"/>
<line class="axis" x1="${memoryFrom}" x2="${memoryFrom}" y1="${headHeight}" y2="${bottom}"/>
<line class="limit" x1="${place(limit)}" x2="${place(limit)}" y1="${headHeight}" y2="${bottom}"/>
<text class="small" x="${place(limit)}" y="${bottom + 18}" text-anchor="middle">≤ ${limitMB}</text>
${sorted.map((bar, row) => rowOf(bar, row, toSeconds(bar.seconds), toMemory(bar.memoryMB))).join('\n')}
</svg>
`
}

function rowOf({name, label, seconds, memoryMB, ratio}: Bar, row: number, long: number, heavy: number): string {
  const top = headHeight + row * rowHeight + (rowHeight - barHeight) / 2
  const base = top + barHeight / 2 + 5
  const times = name === 'roleprint' ? '' : `<tspan class="small" dx="8">${ratio.toFixed(ratio < 10 ? 1 : 0)} ×</tspan>`
  return `<g class="row ${name}">
<text class="label" x="${margin}" y="${base}">${escapeHTML(label)}</text>
${bar(secondsFrom, top, long)}
<text class="value" x="${place(secondsFrom + long + 10)}" y="${base}">${seconds.toFixed(seconds < 10 ? 2 : 1)}${times}</text>
${bar(memoryFrom, top, heavy)}
<text class="value" x="${place(memoryFrom + heavy + 10)}" y="${base}">${memoryMB.toFixed(0)}</text>
</g>`
}

// Square where it begins, round where it ends.
function bar(from: number, top: number, length: number): string {
  const whole = Math.max(2, length)
  const round = Math.min(4, whole / 2)
  return `<path class="bar" d="M${from} ${top}h${place(whole - round)}q${round} 0 ${round} ${round}v${barHeight - 2 * round}q0 ${round} -${round} ${round}h-${place(whole - round)}z"/>`
}

const place = (value: number): string => String(Math.round(value * 10) / 10)

const titleOf = (roles: number): string => `A site of ${roles.toLocaleString('en')} roles, built from nothing`

const described = ({label, seconds, memoryMB}: Bar): string =>
  `${label}: ${seconds.toFixed(2)} seconds, ${memoryMB.toFixed(0)} MB of memory.`

// It stands on a card of its own, so that it can be read whatever the page around it looks like.
const styles = `
.card{fill:#fff;stroke:#dfe3ea}
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:14px;fill:#262c3a;font-variant-numeric:tabular-nums}
.title{font-size:20px;font-weight:650}
.note,.head,.small{fill:#5a6376}
.head,.small{font-size:12px}
.axis{stroke:#c9cfda}
.limit{stroke:#8a93a6;stroke-dasharray:3 4}
.value{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}
.bar{fill:#b4bccb}
.copy .bar{fill:#dde2ea}
.copy .label{fill:#5a6376}
.roleprint .bar{fill:#3355d1}
.roleprint .label,.roleprint .value{font-weight:650;fill:#2743ad}
@media (prefers-color-scheme:dark){
.card{fill:#161a23;stroke:#2c3342}
text{fill:#e6e9f1}
.note,.head,.small,.copy .label{fill:#a4adbf}
.axis{stroke:#3b4455}
.limit{stroke:#7d879b}
.value{stroke:#161a23}
.bar{fill:#56617a}
.copy .bar{fill:#343d4e}
.roleprint .bar{fill:#8ba4ff}
.roleprint .label,.roleprint .value{fill:#b3c3ff}
}
`

/** Writes the plot into `bench`, and gives what a Markdown image needs. */
export function keepPlot(file: string, bars: readonly Bar[], options: PlotOptions): {file: string; alt: string} {
  writeFileSync(join(import.meta.dirname, '..', file), plot(bars, options))
  const alt = `${titleOf(options.roles)}: seconds and memory of each that builds it`
  return {file, alt}
}
