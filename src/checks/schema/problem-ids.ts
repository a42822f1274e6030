import {amountProblem} from '../../../schemas/rules/amount.ts'
import {bulletBlockProblem, bulletTextProblem} from '../../../schemas/rules/bullet-text.ts'
import {comparisonProblem} from '../../../schemas/rules/comparison.ts'
import {currencyProblem} from '../../../schemas/rules/currency.ts'
import {languageSlugProblem} from '../../../schemas/rules/language-slug.ts'
import {languageTagProblem} from '../../../schemas/rules/language-tag.ts'
import {languageWordsProblem} from '../../../schemas/rules/language-words.ts'
import {levelsOnceProblem} from '../../../schemas/rules/levels-once.ts'
import {linkAddressProblem} from '../../../schemas/rules/link-address.ts'
import {mustHavesProblem, responsibilitiesProblem} from '../../../schemas/rules/list-length.ts'
import {managerTitleProblem} from '../../../schemas/rules/manager-title.ts'
import {relatedRolesProblem} from '../../../schemas/rules/related-roles.ts'
import {dayProblem, reviewDateProblem} from '../../../schemas/rules/review-date.ts'
import {rolesPathProblem} from '../../../schemas/rules/roles-path.ts'
import {siteUrlProblem} from '../../../schemas/rules/site-url.ts'
import {slugProblem} from '../../../schemas/rules/slug.ts'
import {yearRangeProblem, yearRangesProblem} from '../../../schemas/rules/year-ranges.ts'
import type {CheckId} from '../checks.ts'

/** The name of each rule of `schemas/rules`. A test finds the one that is missing here. */
export const problemIds: ReadonlyMap<unknown, CheckId> = new Map<unknown, CheckId>([
  [amountProblem, 'unlikely-amount'],
  [bulletTextProblem, 'bullet-text'],
  [bulletBlockProblem, 'bullet-text'],
  [comparisonProblem, 'target-incomplete'],
  [currencyProblem, 'currency'],
  [languageTagProblem, 'language-tag'],
  [languageWordsProblem, 'unknown-language'],
  [levelsOnceProblem, 'twice'],
  [linkAddressProblem, 'address'],
  [mustHavesProblem, 'too-many'],
  [responsibilitiesProblem, 'too-many'],
  [managerTitleProblem, 'manager-title'],
  [relatedRolesProblem, 'related-to-itself'],
  [dayProblem, 'no-such-day'],
  [reviewDateProblem, 'review-to-come'],
  [rolesPathProblem, 'address'],
  [siteUrlProblem, 'address'],
  [slugProblem, 'slug'],
  [languageSlugProblem, 'slug'],
  [yearRangeProblem, 'years-backwards'],
  [yearRangesProblem, 'years-overlap'],
])
