import {diffArrays} from 'diff'
import type {Words} from '../locale/words.ts'
import type {RoleDraft} from '../model/role.ts'
import {jobDescription} from '../page/job-description.ts'
import {rolePage} from '../page/page.ts'
import type {Page} from '../page/page-type.ts'
import {rolePath, roleUrl} from '../page/role-path.ts'
import type {Block} from '../page/section.ts'
import {wordsOf} from '../page/words-of.ts'
import {copyablePage} from '../render/document-copy.ts'
import {blockLines, type Line, toLine} from './block-lines.ts'
import type {LinePart, Print, SectionDiff} from './role-diff.ts'

/** A line, and where it is printed. */
export interface PrintedLine extends Line {
  prints: readonly Print[]
}

export interface PrintedSection {
  heading: string
  /** The first one is the heading, where it is printed. */
  lines: PrintedLine[]
}

/** In reading order. */
export type PrintedRole = ReadonlyMap<SectionDiff['name'], PrintedSection>

/** Anything that knows the names of sections. */
export type Asked = Pick<ReadonlySet<SectionDiff['name']>, 'has'>

export const headingPart = 'heading'
const headHeading = 'Title and introduction'
/** In the order they are named in. */
const pageOnly: readonly Print[] = ['page']
export const everywhere: readonly Print[] = ['page', 'jobDescription']

/**
 * The lines of a role's page and of its job description: a line that is in both is there once. Of all sections, or of
 * those asked for.
 */
export function printedLines(role: RoleDraft, words: Words = wordsOf(role), asked?: Asked): PrintedRole {
  const whole = rolePage(role, {words})
  const linesOf = remembered(blockLines)
  const page = sectionsOf(whole, words, linesOf, asked)
  const address = roleUrl(role) ?? rolePath(role.site, role.slug, role.language)
  // It is in the page's head and in its structured data, and links to the old one break.
  if (address !== null) page.get('head')?.lines.push(headLine('address', address))
  // The page shows it, unless nothing is in it.
  const copy = sectionsOf(copyablePage(whole) ?? jobDescription(role, {words}), words, linesOf, asked)
  const names = diffArrays([...page.keys()], [...copy.keys()]).flatMap(({value}) => value)
  return new Map(
    names.map((name) => {
      const heading = (page.get(name) ?? copy.get(name))?.heading ?? ''
      return [name, {heading, lines: together(page.get(name)?.lines ?? [], copy.get(name)?.lines ?? [])}]
    }),
  )
}

function together(page: Line[], copy: Line[]): PrintedLine[] {
  if (page.length === copy.length && page.every(({exact}, index) => exact === copy[index]?.exact)) {
    return page.map((line) => ({...line, prints: everywhere}))
  }
  const inOrder = placesInOrder(page, copy)
  if (inOrder) return page.map((line, index) => ({...line, prints: inOrder.has(index) ? everywhere : pageOnly}))
  return diffArrays(page, copy, {comparator: (one, other) => one.exact === other.exact}).flatMap(
    ({value, added, removed}) => {
      const prints: readonly Print[] = added ? ['jobDescription'] : removed ? ['page'] : everywhere
      return value.map((line) => ({...line, prints}))
    },
  )
}

/** Where the lines of the copy stand on the page, if all of them do in this order: nearly always, and soon found. */
function placesInOrder(page: readonly Line[], copy: readonly Line[]): ReadonlySet<number> | null {
  const places = new Set<number>()
  let next = 0
  for (const {exact} of copy) {
    while (next < page.length && page[next]?.exact !== exact) next++
    if (next === page.length) return null
    places.add(next++)
  }
  return places
}

interface OwnSection {
  heading: string
  lines: Line[]
}

/** What page and job description have in common are the same blocks. */
function remembered(linesOf: typeof blockLines): typeof blockLines {
  const known = new Map<readonly Block[], Line[]>()
  return (blocks) => {
    const lines = known.get(blocks) ?? linesOf(blocks)
    known.set(blocks, lines)
    return lines
  }
}

function sectionsOf(
  page: Page,
  words: Words,
  linesOf: typeof blockLines,
  asked?: Asked,
): Map<SectionDiff['name'], OwnSection> {
  const sections = new Map<SectionDiff['name'], OwnSection>([['head', {heading: headHeading, lines: headLines(page)}]])
  for (const {name, heading, blocks} of page.sections) {
    if (asked && !asked.has(name)) continue
    const lines = linesOf(blocks)
    sections.set(name, {
      heading: toLine(headingPart, heading ?? headingFor(name, lines, words)).text,
      lines: heading === null ? lines : [toLine(headingPart, heading, headingPart), ...lines],
    })
  }
  return sections
}

/** What stands above a section that has no heading: the day of the last update, or an author's name and nothing else. */
const headingFor = (name: SectionDiff['name'], [first]: readonly Line[], words: Words): string =>
  name === 'last-updated' ? words.facts.lastUpdated : (first?.text ?? '')

function headLines({kind, title, eyebrow, intro, seoTitle, description}: Page): Line[] {
  if (kind === 'jobDescription') return [headLine('jobTitle', title)]
  return [
    ...(eyebrow === null ? [] : [headLine('eyebrow', eyebrow)]),
    headLine('title', title),
    ...(intro === null ? [] : [headLine('intro', intro)]),
    headLine('seoTitle', seoTitle),
    headLine('description', description),
  ]
}

const headLine = (part: LinePart, text: string): Line => toLine(part, text, part)

/** Whether two lists of lines are the same in print. */
export const printSame = (some: readonly PrintedLine[], others: readonly PrintedLine[]): boolean =>
  some.length === others.length && some.every((line, index) => isSameLine(line, others[index]))

export const isSameLine = (one: PrintedLine, other: PrintedLine | undefined): boolean =>
  one.exact === other?.exact && one.prints.join() === other.prints.join()
