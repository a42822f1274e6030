import {count, price} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import {label, line} from '../../text/line.ts'
import {fact, facts, section} from '../blocks.ts'
import {pointsOf, type Said} from '../said.ts'
import type {Section} from '../section.ts'

export function keyFacts(role: RoleDraft, words: Words, said: Said): Section | null {
  const mustHaves = pointsOf(said.mustHaveSkills)
  const metrics = pointsOf(said.kpis)
  const levels = (role.levels ?? []).flatMap(({level}) => (level ? [words.levels[level]] : []))
  const {startingPrice} = role
  return section('key-facts', words.headings.keyFacts, [
    facts([
      fact(words.facts.role, line(role.title)),
      fact(words.facts.reportsTo, line(role.reportsTo?.[0])),
      fact(words.headings.mustHaveSkills, mustHaves ? count(words, mustHaves, words.items) : null),
      fact(words.facts.levels, levels.join(' / ')),
      fact(words.facts.kpis, metrics ? count(words, metrics, words.metrics) : null),
      fact(words.facts.startingPrice(label(startingPrice?.label)), startingPrice ? price(words, startingPrice) : null),
    ]),
  ])
}
