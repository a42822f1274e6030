import {labelOf} from '../../../schemas/choices.ts'
import type {StoredDocument} from '../../dataset/stored-document.ts'
import {levels} from '../../model/vocabulary.ts'
import {prose, proseText} from '../../page/prose.ts'
import {line} from '../../text/line.ts'
import {isBlank} from '../blank.ts'
import type {Finding, Spot} from '../finding.ts'
import {fieldTitles, ordinal} from '../place.ts'
import {fieldsOf, itemsOf} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

/** Required texts of blanks, and rich texts of empty paragraphs. What is missing altogether, the schema says. */
export function saysNothing({role, spot, find}: Subject): Finding[] {
  const {title, summary, levels: levelsOfRole, faqs} = role
  return [
    ...blank(title, spot(['title'], fieldTitles.title), 'The title is blank. Give the role a title.'),
    ...emptyProse(
      summary,
      spot(['summary'], fieldTitles.summary),
      'The summary has no words in it. Write it, or publish later.',
    ),
    ...itemsOf(levelsOfRole).flatMap(({item, step, index}) => {
      const {level, focus} = fieldsOf(item)
      return itemsOf(focus).flatMap((point) =>
        blank(
          point.item,
          spot(
            ['levels', step, 'focus', point.index],
            fieldTitles.levels,
            labelOf(levels, level) ?? ordinal(index + 1),
          ),
          'This point is blank. Say what shifts at this level, or remove it.',
        ),
      )
    }),
    ...skillLists.flatMap((list) =>
      itemsOf(role[list]).flatMap(({item, step, index}) => {
        const {statement, skill} = fieldsOf(item)
        const document = find(skill)
        const own = spot([list, step, 'statement'], fieldTitles[list], ordinal(index + 1))
        return [
          ...unseen(statement, own),
          ...(document ? unseen(document.statement, inShared(document, 'statement')) : []),
        ]
      }),
    ),
    ...itemsOf(faqs).flatMap(({item, step, index}) => {
      const {question, answer} = fieldsOf(item)
      const place = [fieldTitles.faqs, ordinal(index + 1)]
      return [
        ...blank(
          question,
          spot(['faqs', step, 'question'], ...place),
          'The question is blank. Write it, or remove the entry.',
        ),
        ...emptyProse(
          answer,
          spot(['faqs', step, 'answer'], ...place),
          'The answer has no words in it. Write it, or remove the entry.',
        ),
      ]
    }),
    ...sharedTexts(role).flatMap(({reference, field, fix}) => {
      const document = find(reference)
      if (!document) return []
      return blank(document[field], inShared(document, field), fix)
    }),
  ]
}

const skillLists = ['mustHaveSkills', 'niceToHaveSkills'] as const

const inShared = ({_id, _type}: StoredDocument, field: string): Spot => ({
  ...{documentId: _id, documentType: String(_type), path: [field], place: field === 'name' ? 'Name' : 'Statement'},
})

// A statement of white space gives way to the next text of the skill; one that only looks like it does not.
const unseen = (statement: unknown, at: Spot): Finding[] =>
  line(statement) ? blank(statement, at, 'The statement is blank, and prints as a hole. Write it, or remove it.') : []

const sharedTexts = (role: Subject['role']) => [
  ...[...itemsOf(role.responsibilities), ...itemsOf(role.kpis)].map(({item}) => ({
    ...{reference: item, field: 'statement', fix: 'The statement is blank, so no role can print it. Write it.'},
  })),
  ...[...itemsOf(role.mustHaveSkills), ...itemsOf(role.niceToHaveSkills)].map(({item}) => ({
    ...{reference: fieldsOf(item).skill, field: 'name', fix: 'The name is blank. Give the skill’s name.'},
  })),
  ...itemsOf(role.tools).flatMap(({item}) =>
    itemsOf(fieldsOf(item).anyOf).map((tool) => ({
      ...{reference: tool.item, field: 'name', fix: 'The name is blank. Give the tool’s name.'},
    })),
  ),
]

const blank = (text: unknown, at: Spot, message: string): Finding[] =>
  typeof text === 'string' && text !== '' && isBlank(text) ? [finding('says-nothing', at, message)] : []

const emptyProse = (value: unknown, at: Spot, message: string): Finding[] =>
  Array.isArray(value) && value.length > 0 && proseText(prose(value)).every(isBlank)
    ? [finding('says-nothing', at, message)]
    : []
