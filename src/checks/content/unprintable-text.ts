import {prose} from '../../page/prose.ts'
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

const mostBullets = 10
const mostWords = 400
const longestHeading = 60

/** A summary that holds what has fields of its own: somebody pasted the whole text into the first one. */
export function wholeAdvert({role, spot}: Subject): Finding[] {
  const blocks = prose(role.summary)
  const texts = blocks.map(({children}) => children.map(({text}) => text).join(''))
  const bullets = blocks.filter(({listItem}) => listItem !== undefined).length
  const headings = blocks.filter((block, index) => {
    const text = texts[index] ?? ''
    const isShort = block.listItem === undefined && text.length <= longestHeading && !/[.!?…]$/.test(text)
    return isShort && blocks[index + 1]?.listItem !== undefined
  }).length
  const words = texts.join(' ').split(/\s+/).length
  if (bullets <= mostBullets && headings < 2 && words <= mostWords) return []
  const message =
    'This looks like a whole job description. Keep the few sentences that sum the role up, and move responsibilities, skills and questions to their own fields.'
  return [finding('whole-advert', spot(['summary'], fieldTitles.summary), message)]
}
