import type {StoredDocument} from '../dataset/stored-document.ts'
import type {ContentCheckId} from './checks.ts'
import {ageistWord} from './content/ageist-word.ts'
import {datedWord} from './content/dated-word.ts'
import {genderCoded} from './content/gender-coded.ts'
import {genderedWord} from './content/gendered-word.ts'
import {hardToRead} from './content/hard-to-read.ts'
import {kpiWithoutNumber} from './content/kpi-without-number.ts'
import {noPay, noQuestions} from './content/missing-parts.ts'
import {nearDuplicate} from './content/near-duplicate.ts'
import {oddCharacters} from './content/odd-character.ts'
import {saysNothing} from './content/says-nothing.ts'
import {unlistedTool, unmentionedTools} from './content/tools.ts'
import {unprintableText} from './content/unprintable-text.ts'
import {unshownPicture} from './content/unshown-picture.ts'
import {wholeAdvert} from './content/whole-advert.ts'
import {yearsContradict} from './content/years-contradict.ts'
import type {Finding} from './finding.ts'
import {type Subject, subjectOf} from './subject.ts'

export interface FindingsOptions {
  /** The day that counts as today. */
  now?: Date
}

const runs: Readonly<Record<ContentCheckId, (subject: Subject) => Finding[]>> = {
  'says-nothing': saysNothing,
  unprintable: unprintableText,
  'whole-advert': wholeAdvert,
  'odd-character': oddCharacters,
  'unshown-picture': unshownPicture,
  'years-contradict': yearsContradict,
  'near-duplicate': nearDuplicate,
  'unlisted-tool': unlistedTool,
  'unmentioned-tools': unmentionedTools,
  'kpi-without-number': kpiWithoutNumber,
  'no-pay': noPay,
  'no-questions': noQuestions,
  'gendered-word': genderedWord,
  'gender-coded': genderCoded,
  'ageist-word': ageistWord,
  'hard-to-read': hardToRead,
  'dated-word': datedWord,
}

/**
 * What the rules of the fields cannot see: what a role says, read together with the shared documents it is made of. Takes a
 * role as it is stored, however unfinished, and never throws.
 *
 * `documents` are those the role refers to, and every tool, so that a tool the role does not list is known by its name; all
 * as the perspective shows them, under their published ids. A finding about the words of a shared document names that document.
 */
export function roleFindings(
  role: StoredDocument,
  documents: Iterable<StoredDocument>,
  {now = new Date()}: FindingsOptions = {},
): Finding[] {
  const subject = subjectOf(role, documents, now)
  return once(Object.values(runs).flatMap((check) => check(subject)))
}

/** A shared document may stand in two lists of a role; what is wrong with it is said once. */
export const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(
    findings.map((each) => [JSON.stringify([each.documentId, each.path, each.id, each.message]), each]),
  ).values(),
]
