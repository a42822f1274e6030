import {unprintableMessages} from '../../page/role-issues.ts'
import {unprintable} from '../../page/unprintable.ts'
import type {Finding, Spot} from '../finding.ts'
import {fieldTitles, ordinal} from '../place.ts'
import {fieldsOf, itemsOf, stepTo} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

/** What rich text holds and no format prints: the same as `roleIssues` tells, where the words are written. */
export function unprintableText(subject: Subject): Finding[] {
  return richTexts(subject).flatMap(({value, at}) =>
    unprintable(value)
      // An address that is refused is told of by the rule of its field.
      .filter(({code}) => code !== 'unsafe-link')
      .map(({code, what, index}) => {
        const spot = at(stepTo((value as unknown[])[index], index), `${ordinal(index + 1)} paragraph`)
        return finding('unprintable', spot, sentence(unprintableMessages[code](what)))
      }),
  )
}

const sentence = (text: string): string => `It ${text}.`

interface RichText {
  value: unknown
  at(step: string | number | {_key: string}, place: string): Spot
}

function richTexts({role, spot}: Subject): RichText[] {
  return [
    {value: role.summary, at: (step, place) => spot(['summary', step], fieldTitles.summary, place)},
    ...itemsOf(role.faqs).map(
      ({item, step, index}): RichText => ({
        value: fieldsOf(item).answer,
        at: (inner, place) => spot(['faqs', step, 'answer', inner], fieldTitles.faqs, ordinal(index + 1), place),
      }),
    ),
  ]
}
