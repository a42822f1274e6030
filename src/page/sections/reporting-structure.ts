import {anyOf} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {line} from '../../text/line.ts'
import {cleanStega} from '../../text/stega.ts'
import {paragraph, section} from '../blocks.ts'
import type {Section} from '../section.ts'

export function reportingStructure(role: RoleDraft, words: Words): Section | null {
  const managers = (role.reportsTo ?? []).map(line).filter(Boolean)
  const sentence = managers.length > 0 ? words.reportsTo(anyOf(words, managers)) : ''
  return section('reporting-structure', words.headings.reporting, [
    paragraph(oneStop(sentence), line(role.workingWith)),
  ])
}

// "Reports to the VP Eng." has its full stop, behind which an edit marker may stand.
const oneStop = (sentence: string): string => (cleanStega(sentence).endsWith('..') ? sentence.slice(0, -1) : sentence)
