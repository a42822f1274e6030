import type {Finding} from '../finding.ts'
import {fieldTitles} from '../place.ts'
import {isRecord, itemsOf} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

/** A role that says nothing about pay. Half a price is the schema's business. */
export function noPay({role, spot}: Subject): Finding[] {
  const at = spot(['startingPrice'], fieldTitles.startingPrice)
  return isRecord(role.startingPrice)
    ? []
    : [
        finding(
          'no-pay',
          at,
          'Nothing is said about pay. Give the starting price, and a label if it holds for some only.',
        ),
      ]
}

/** A role no question has been answered for, beyond those the page derives. */
export function noQuestions({role, spot}: Subject): Finding[] {
  const at = spot(['faqs'], fieldTitles.faqs)
  const message =
    'No question is answered yet. Add what people ask about this role, such as where and when the work is done.'
  return itemsOf(role.faqs).length > 0 ? [] : [finding('no-questions', at, message)]
}
