import {years} from '../../locale/format.ts'
import type {Words} from '../../locale/words.ts'
import type {RoleDraft} from '../../model/role.ts'
import type {FaqAudience} from '../../model/vocabulary.ts'
import {cleanLine, line, point} from '../../text/line.ts'
import {cleanStega} from '../../text/stega.ts'
import {paragraph, present, richText, section} from '../blocks.ts'
import type {Said} from '../said.ts'
import type {Block, Question, Section} from '../section.ts'
import {titleOf} from '../title.ts'

/** The page's questions: those every role answers by itself, then those an editor has answered. */
export const pageFaqs = (role: RoleDraft, words: Words, said: Said): Section | null =>
  faqs(words, [...derivedQuestions(role, words, said), ...authoredQuestions(role, ['page', 'both'])])

/** The questions an editor wants candidates to read. */
export const jobDescriptionFaqs = (role: RoleDraft, words: Words): Section | null =>
  faqs(words, authoredQuestions(role, ['jobDescription', 'both']))

const faqs = (words: Words, questions: Question[]): Section | null =>
  section('faqs', words.headings.faqs, [present(questions) && {kind: 'questions', questions}])

function derivedQuestions(role: RoleDraft, words: Words, said: Said): Question[] {
  const title = titleOf(role, words)
  const spoken = cleanLine(title)
  const mid = role.levels?.find(({level}) => level === 'mid')
  const midYears = mid ? years(words, mid) : null
  const midFocus = cleanLine(point(mid?.focus?.[0], role.language))
  return [
    ...question(words.questions.dayToDay(spoken), said.roleSummary?.blocks ?? []),
    ...question(words.questions.midLevelYears(spoken), [
      paragraph(
        midYears ? words.answers.midLevelYears(spoken, midYears) : '',
        midFocus ? words.answers.midLevelFocus(midFocus, namesIn(role)) : '',
      ),
    ]),
    ...question(
      words.questions.kpis(spoken),
      said.kpis ? [paragraph(words.answers.kpis(spoken)), ...said.kpis.blocks] : [],
    ),
  ]
}

const authoredQuestions = (role: RoleDraft, audiences: FaqAudience[]): Question[] =>
  (role.faqs ?? [])
    .filter(({audience}) => audiences.includes(audience ?? 'page'))
    .flatMap(({question: asked, answer}) => question(line(asked), [richText(answer)]))

function question(asked: string, answer: (Block | null)[]): Question[] {
  const blocks = present(answer)
  return asked && blocks ? [{question: asked, answer: blocks}] : []
}

// Names of tools and skills keep their capital in the middle of a sentence.
const namesIn = (role: RoleDraft): string[] =>
  [
    ...(role.tools ?? []).flatMap(({anyOf}) => anyOf ?? []),
    ...[...(role.mustHaveSkills ?? []), ...(role.niceToHaveSkills ?? [])].flatMap(({skill}) => skill ?? []),
  ].flatMap(({name, aliases}) => [name ?? '', ...(aliases ?? [])].map(cleanStega))
