import {target} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {Draft} from '../../model/draft.ts'
import type {Kpi} from '../../model/kpi.ts'
import type {RoleDraft} from '../../model/role.ts'
import {label, point} from '../../text/line.ts'
import {list, section} from '../blocks.ts'
import type {ListItem, Section} from '../section.ts'

export const kpis = (role: RoleDraft, words: Words): Section | null =>
  section('kpis', words.headings.kpis, [list((role.kpis ?? []).map((kpi) => kpiItem(kpi, role, words)))])

/** As `kpis`, each with the numbers to reach. */
export const kpisWithTargets = (role: RoleDraft, words: Words): Section | null =>
  section('kpis', words.headings.kpis, [
    list(
      (role.kpis ?? []).map((kpi) => {
        const item = kpiItem(kpi, role, words)
        return item && {...item, details: (kpi.targets ?? []).flatMap((each) => target(words, each) ?? [])}
      }),
    ),
  ])

// A KPI that has no statement yet says nothing.
function kpiItem({name, statement}: Draft<Kpi>, {language}: RoleDraft, words: Words): ListItem | null {
  const text = point(statement, language)
  const lead = label(name)
  if (!text) return null
  return lead ? {text: words.labelled(lead, text), lead, details: []} : {text, lead: null, details: []}
}
