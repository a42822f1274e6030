import {line} from '../../text/line.ts'
import {isBlank} from '../blank.ts'
import type {Finding} from '../finding.ts'
import {fieldsOf, itemsOf} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

const digits = /\p{N}/u
const english =
  /(?<!\p{L})(?:zero|no|none|nobody|nothing|never|all|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|hal(?:f|ves)|halved?|thirds?|quarters?|once|twice|doubled?|triple[ds]?|percent|per cent)(?!\p{L})/iu
const german =
  /(?<!\p{L})(?:null|kein(?:e[rsnm]?)?|nie|alle[rsnm]?|ein(?:e[rsnm]?|s)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|dreißig|(?:ein|zwei)?hundert|tausend|(?:doppel|drei|vier)(?:te|fache)n?|halb(?:e[rsnm]?)?|hälfte|drittel|viertel|verdoppel\p{L}*|prozent)(?!\p{L})/iu

// In a language whose numbers are not known, nothing can be said.
const wordsFor = (language: string): RegExp | null =>
  /^en(?:-|$)/i.test(language) ? english : /^de(?:-|$)/i.test(language) ? german : null

/** A measure with nothing to measure by, in a target or in words. */
export const kpiWithoutNumber = ({role, find, language}: Subject): Finding[] => {
  const words = wordsFor(language)
  if (!words) return []
  return itemsOf(role.kpis).flatMap(({item}) => {
    const kpi = find(item)
    const statement = line(kpi?.statement)
    if (!kpi || isBlank(statement) || digits.test(statement) || words.test(statement)) return []
    if (itemsOf(kpi.targets).some((target) => typeof fieldsOf(target.item).value === 'number')) return []
    const at = {documentId: kpi._id, documentType: String(kpi._type), path: ['statement'], place: 'Statement'}
    const message = `“${statement}” has no number to be measured by. Add a target, or put the number into the statement.`
    return [finding('kpi-without-number', at, message)]
  })
}
