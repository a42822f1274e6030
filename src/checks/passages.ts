import {labelOf} from '../../schemas/choices.ts'
import {levels} from '../model/vocabulary.ts'
import {prose, proseText, type Stored} from '../page/prose.ts'
import {line} from '../text/line.ts'
import type {Spot, Step} from './finding.ts'
import {fieldTitles, ordinal, placeOf} from './place.ts'
import {fieldsOf, itemsOf} from './stored.ts'

export type Part = Exclude<keyof typeof fieldTitles, 'title' | 'tools' | 'startingPrice'>

/** One text of a role that the page prints in a paragraph or as a bullet. Headings and titles are none. */
export interface Passage {
  part: Part
  text: string
  /** Where the role has it. */
  at: Spot
  /** Where its words are written: there, or in a shared document. */
  from: Spot
  /** The shared document it comes from. */
  shared: Stored | null
}

/** A place in the role. */
export type SpotInRole = (path: Step[], ...place: string[]) => Spot

type Find = (reference: unknown) => Stored | null

/** Every text of a role, in reading order. Texts that say nothing are left out. */
export function passagesOf(role: Stored, spot: SpotInRole, find: Find): Passage[] {
  const own = (part: Part, text: unknown, at: Spot): Passage => ({part, text: line(text), at, from: at, shared: null})

  const richText = (part: Part, value: unknown, at: Spot) =>
    proseText(prose(value)).map((text): Passage => own(part, text.replaceAll('\n', ' '), at))

  const shared = (part: Part, document: Stored | null, field: string, title: string, at: Spot): Passage => {
    const from = {...spotOf(document), path: [field], place: title}
    return {part, text: line(document?.[field]), at, from, shared: document}
  }

  const statements = (part: 'responsibilities' | 'kpis') =>
    itemsOf(role[part]).map(({item, step, index}) =>
      shared(part, find(item), 'statement', 'Statement', spot([part, step], fieldTitles[part], ordinal(index + 1))),
    )

  const skills = (part: 'mustHaveSkills' | 'niceToHaveSkills') =>
    itemsOf(role[part]).map(({item, step, index}) => {
      const place = [fieldTitles[part], ordinal(index + 1)]
      const {statement, skill} = fieldsOf(item)
      const document = find(skill)
      const at = spot([part, step], ...place)
      if (line(statement))
        return {...own(part, statement, at), from: spot([part, step, 'statement'], ...place), shared: document}
      return line(document?.statement)
        ? shared(part, document, 'statement', 'Statement', at)
        : shared(part, document, 'name', 'Name', at)
    })

  const focus = itemsOf(role.levels).flatMap(({item, step, index}) => {
    const {level, focus} = fieldsOf(item)
    const place = placeOf(fieldTitles.levels, labelOf(levels, level) ?? ordinal(index + 1))
    return itemsOf(focus).map((point) => own('levels', point.item, spot(['levels', step, 'focus', point.index], place)))
  })

  const faqs = itemsOf(role.faqs).flatMap(({item, step, index}) => {
    const {question, answer} = fieldsOf(item)
    const place = [fieldTitles.faqs, ordinal(index + 1)]
    return [
      own('faqs', question, spot(['faqs', step, 'question'], ...place)),
      ...richText('faqs', answer, spot(['faqs', step, 'answer'], ...place)),
    ]
  })

  return [
    ...richText('summary', role.summary, spot(['summary'], fieldTitles.summary)),
    ...statements('responsibilities'),
    ...skills('mustHaveSkills'),
    ...skills('niceToHaveSkills'),
    own('workingWith', role.workingWith, spot(['workingWith'], fieldTitles.workingWith)),
    ...focus,
    ...statements('kpis'),
    ...faqs,
  ].filter(({text}) => text !== '')
}

const spotOf = (document: Stored | null) => ({
  documentId: String(document?._id ?? ''),
  documentType: String(document?._type ?? ''),
})
