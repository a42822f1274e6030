/** Puts many broken and edited drafts through diff, comparison and share file, and tells how much time of CPU each takes. */
import {parseArgs} from 'node:util'
import fc from 'fast-check'
import {
  changesIn,
  compareRole,
  diffRole,
  diffToHTML,
  type RoleDraft,
  roleBySlug,
  roleIssues,
  rolePage,
  toDocument,
  toJsonLd,
} from '../src/index.ts'
import {markFields} from '../src/preview.ts'
import {shareDocument} from '../src/share/share-document.ts'
import {brokenAnswer, brokenDraft} from '../test/arbitrary/broken-answer.ts'
import {roleEdit} from '../test/arbitrary/role-edit.ts'
import {themeTexts} from '../theme-texts.ts'
import {keepSection} from './report.ts'

const {values} = parseArgs({
  options: {drafts: {type: 'string', default: '20000'}, seed: {type: 'string', default: '1'}, keep: {type: 'boolean'}},
})
const [drafts, seed] = [Number(values.drafts), Number(values.seed)]
const goal = 20
const atOnce = 500

const read = (answer: unknown): RoleDraft | null => roleBySlug('any').parseDraft(answer) ?? null
// A published role and a draft of it: edited, or with parts that are missing or of the wrong kind; or a draft alone.
const versions: fc.Arbitrary<(RoleDraft | null)[]> = fc.oneof(
  {weight: 2, arbitrary: roleEdit},
  {weight: 2, arbitrary: brokenDraft.map((pair) => pair.map(read))},
  {weight: 1, arbitrary: fc.tuple(fc.jsonValue(), brokenAnswer).map((pair) => pair.map(read))},
)

const textOf = (name: string): string => JSON.parse(themeTexts[name] ?? '""')
const theme = {styles: textOf('themeShareStyles'), stylesHash: textOf('themeShareStylesHash')}

type Versions = [RoleDraft | null, RoleDraft | null]
const contestants: Record<string, (versions: Versions) => unknown> = {
  previewPage: ([, after]) => after && previewOf(after),
  diffRole: ([before, after]) => diffRole(before, after),
  compareRole: ([before, after]) => compareRole(before, after),
  diffToHTML: ([before, after]) => diffToHTML(changesIn(compareRole(before, after))),
  shareFile: ([before, after]) => shareDocument({before, after, madeOn: '2026-01-01'}, theme),
}

/** A page as the preview prints it for somebody who came from the Studio: every text with the way to its field. */
const previewOf = (role: RoleDraft) => [
  toDocument(rolePage(markFields(role, {studioUrl: 'http://localhost:3333'})), {jsonLd: toJsonLd(role)}),
  roleIssues(role),
]

const times = new Map(Object.keys(contestants).map((name) => [name, [] as number[]]))
const thrown: string[] = []
for (let done = 0; done < drafts; done += atOnce) {
  const some = fc.sample(versions, {numRuns: Math.min(atOnce, drafts - done), seed: seed + done}) as Versions[]
  for (const each of some) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = process.threadCpuUsage()
      try {
        run(each)
      } catch (error) {
        thrown.push(`${name}: ${error}`)
      }
      const {user, system} = process.threadCpuUsage(start)
      times.get(name)?.push((user + system) / 1000)
    }
  }
}

const at = (sorted: number[], part: number): string =>
  (sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN).toFixed(2)
const lines = [...times].map(([name, all]) => {
  const sorted = all.toSorted((one, other) => one - other)
  return `${name}: p50 ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms, max ${at(sorted, 1)} ms`
})
const isHeld =
  thrown.length === 0 &&
  [...times.values()].every(
    (all) =>
      Number(
        at(
          all.toSorted((a, b) => a - b),
          0.99,
        ),
      ) < goal,
  )
const report = [
  `${drafts.toLocaleString('en')} drafts, ${thrown.length} throws; goal: p99 under ${goal} ms: ${isHeld ? 'held' : 'MISSED'}`,
  ...lines,
  ...thrown.slice(0, 10),
].join('\n')
console.log(report)
if (values.keep) keepSection('Drafts', `\`node bench/drafts.ts --drafts ${drafts}\`:\n\n\`\`\`\n${report}\n\`\`\``)
process.exitCode = isHeld ? 0 : 1
