import type {Issue} from '../errors.ts'
import {en} from '../locale/en.ts'
import {date} from '../locale/format.ts'
import type {RoleDraft} from '../model/role.ts'
import {line} from '../text/line.ts'
import {prose} from './prose.ts'

/** Required parts that are there and say nothing, and values that cannot be meant. The shape sees neither. */
export function emptyParts(role: RoleDraft): Issue[] {
  const documentId = role._id
  const missing = (path: string): Issue => ({
    code: 'missing',
    path,
    documentId,
    message: 'is empty; fill it in and publish',
  })
  const invalid = (path: string, message: string): Issue => ({code: 'invalid', path, documentId, message})
  const {title, summary, responsibilities, mustHaveSkills, levels, startingPrice, reviewedOn} = role
  return [
    ...(title !== null && !line(title) ? [missing('title')] : []),
    ...(summary !== null && prose(summary).length === 0 ? [missing('summary')] : []),
    ...(responsibilities?.length === 0 ? [missing('responsibilities')] : []),
    ...(mustHaveSkills?.length === 0 ? [missing('mustHaveSkills')] : []),
    ...(levels ?? []).flatMap(({minYears, maxYears}, index) =>
      minYears !== null && maxYears !== null && maxYears < minYears
        ? [invalid(`levels[${index}]`, `ends at ${maxYears} years, before it begins at ${minYears}`)]
        : [],
    ),
    ...(reviewedOn && !date(en, reviewedOn)
      ? [invalid('reviewedOn', `is "${reviewedOn}", which is no day; the page prints the day of the last change`)]
      : []),
    ...(startingPrice?.currency && !/^[A-Z]{3}$/.test(startingPrice.currency)
      ? [invalid('startingPrice.currency', `is "${startingPrice.currency}"; use a code such as USD or EUR`)]
      : []),
    ...(startingPrice?.amount !== undefined && startingPrice.amount !== null && startingPrice.amount <= 0
      ? [invalid('startingPrice.amount', 'is not more than nothing')]
      : []),
  ]
}
