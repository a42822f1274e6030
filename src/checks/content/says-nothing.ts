import {labelOf} from '../../../schemas/choices.ts'
import {levels} from '../../model/vocabulary.ts'
import {prose} from '../../page/prose.ts'
import {line} from '../../text/line.ts'
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
      const place = field === 'name' ? 'Name' : 'Statement'
      const at = {documentId: document._id, documentType: String(document._type), path: [field], place}
      return blank(document[field], at, fix)
    }),
  ]
}

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
  typeof text === 'string' && text !== '' && !line(text) ? [finding('says-nothing', at, message)] : []

const emptyProse = (value: unknown, at: Spot, message: string): Finding[] =>
  Array.isArray(value) && value.length > 0 && prose(value).length === 0 ? [finding('says-nothing', at, message)] : []
