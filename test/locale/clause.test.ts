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
  ['Kubernetes upgrades on a Sunday.', 'Kubernetes upgrades on a Sunday'],
  ['Postgres in production', 'Postgres in production'],
  ['I own the night shift.', 'I own the night shift'],
  ['I’m on call.', 'I’m on call'],
  ['In the lead', 'in the lead'],
  ['German-speaking customers.', 'German-speaking customers'],
  ['European tenders', 'European tenders'],
  ['Assess risks', 'assess risks'],
  ['Focus the team', 'focus the team'],
  ['Monday releases', 'Monday releases'],
  ['Owns a pipeline', 'owns a pipeline'],
  ['Spanish lessons', 'Spanish lessons'],
  ['Always answer', 'always answer'],
  ['Establish a rota', 'establish a rota'],
  ['', ''],
])('reads "%s" as "%s" in the middle of a sentence', (sentence, expected) => {
  expect(clause(sentence, ['Python', 'Amazon SageMaker'])).toBe(expected)
})
