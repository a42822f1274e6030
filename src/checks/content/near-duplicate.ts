import {alikeness, wordsThatCount} from '../alikeness.ts'
import type {Finding} from '../finding.ts'
import type {Part, Passage} from '../passages.ts'
import {finding, type Subject} from '../subject.ts'

const parts: readonly Part[] = ['responsibilities', 'mustHaveSkills', 'niceToHaveSkills']
const alike = 0.8
const mostCompared = 100
const shown = 60

/** Each later bullet that says what an earlier one says. The same reference twice in one list, the schema says. */
export function nearDuplicate({passages}: Subject): Finding[] {
  const bullets = passages
    .filter(({part}) => parts.includes(part))
    .slice(0, mostCompared)
    .map((passage) => ({passage, words: wordsThatCount(passage.text)}))
  return bullets.flatMap(({passage, words}, index) => {
    const earlier = bullets
      .slice(0, index)
      .find((other) => sameSkill(passage, other.passage) || alikeness(words, other.words) >= alike)
    if (!earlier || isSameEntry(passage, earlier.passage)) return []
    return [finding('near-duplicate', passage.at, messageFor(passage, earlier.passage))]
  })
}

const sameSkill = (one: Passage, other: Passage): boolean =>
  one.shared !== null && one.shared === other.shared && one.part !== other.part

const isSameEntry = (one: Passage, other: Passage): boolean =>
  one.part === other.part && one.shared !== null && one.shared === other.shared && one.text === other.text

function messageFor(passage: Passage, earlier: Passage): string {
  const {place} = earlier.at
  if (sameSkill(passage, earlier)) return `This skill is also under “${place}”. Keep it in one of the two lists.`
  const manner = passage.text === earlier.text ? 'the same as' : 'nearly the same as'
  return `“${cut(passage.text)}” says ${manner} “${place}”: “${cut(earlier.text)}”. Keep one, or say what differs.`
}

const cut = (text: string): string => (text.length <= shown ? text : `${text.slice(0, shown).trimEnd()}…`)
