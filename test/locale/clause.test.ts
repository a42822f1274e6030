import {expect, it} from 'vitest'
import {clause} from '../../src/locale/clause.ts'

it.each([
  ['Own an ML system end to end.', 'own an ML system end to end'],
  ['SQL comes first.', 'SQL comes first'],
  ['Python services in production.', 'Python services in production'],
  ['iOS builds', 'iOS builds'],
  ['Self-serve reports for finance.', 'self-serve reports for finance'],
  ['A/B tests run without help.', 'A/B tests run without help'],
  ['A model a month.', 'a model a month'],
  ['McKinsey-style decks', 'McKinsey-style decks'],
  ['Élaborer le plan', 'élaborer le plan'],
  ['Plan…', 'plan…'],
  ['', ''],
])('reads "%s" as "%s" in the middle of a sentence', (sentence, expected) => {
  expect(clause(sentence, ['Python', 'Amazon SageMaker'])).toBe(expected)
})
