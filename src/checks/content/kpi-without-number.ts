import {line} from '../../text/line.ts'
import {isBlank} from '../blank.ts'
import type {Finding} from '../finding.ts'
import {fieldsOf, itemsOf} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

const digits = /\p{N}/u
const english =
  /(?<!\p{L})(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|twice|double|hundred|percent)(?!\p{L})/iu
const german =
  /(?<!\p{L})(?:null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|(?:doppel|drei|vier)(?:te|fache)n?|hälfte|prozent)(?!\p{L})/iu

const hasNumber = (text: string): boolean => [digits, english, german].some((number) => number.test(text))

/** A measure with nothing to measure by, in a target or in words. */
export const kpiWithoutNumber = ({role, find}: Subject): Finding[] =>
  itemsOf(role.kpis).flatMap(({item}) => {
    const kpi = find(item)
    const statement = line(kpi?.statement)
    if (!kpi || isBlank(statement) || hasNumber(statement)) return []
    if (itemsOf(kpi.targets).some((target) => typeof fieldsOf(target.item).value === 'number')) return []
    const at = {documentId: kpi._id, documentType: String(kpi._type), path: ['statement'], place: 'Statement'}
    const message = `“${statement}” has no number to be measured by. Add a target, or put the number into the statement.`
    return [finding('kpi-without-number', at, message)]
  })
