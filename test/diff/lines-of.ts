import {blockLines, type Line} from '../../src/diff/block-lines.ts'
import {jobDescription, type Print, type RoleDraft, rolePage} from '../../src/index.ts'

/** The lines of each section of one print, headings aside, without any of what the diff does with them. */
export function linesOf(role: RoleDraft | null, print: Print): Map<string, Line[]> {
  if (!role) return new Map()
  const page = print === 'page' ? rolePage(role) : jobDescription(role)
  return new Map(page.sections.map(({name, blocks}) => [name, blockLines(blocks)]))
}
