import {anyOf} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {line} from '../../text/line.ts'
import {paragraph, section} from '../blocks.ts'
import type {Section} from '../section.ts'

export function reportingStructure(role: RoleDraft, words: Words): Section | null {
  const managers = (role.reportsTo ?? []).map(line).filter(Boolean)
  // "Reports to the VP Eng." has its full stop.
  const sentence = managers.length > 0 ? words.reportsTo(anyOf(words, managers)).replace(/\.\.$/, '.') : ''
  return section('reporting-structure', words.headings.reporting, [paragraph(sentence, line(role.workingWith))])
}
