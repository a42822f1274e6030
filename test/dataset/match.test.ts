import {describe, expect, test} from 'vitest'
import {matches, readFilter} from '../../src/dataset/match.ts'

const nurse = {
  ...{_id: 'nurse', _type: 'role', title: 'Nurse', years: 3, slug: {current: 'nurse'}, skill: {_ref: 'calm'}},
  ...{summary: [{_type: 'block', children: [{text: 'Cares for people on the ward'}]}]},
}

describe('a document passes a filter alone', () => {
  test.each<[filter: string, passes: boolean]>([
    ['*[_type == "role"]', true],
    ['*[_type == "skill"]', false],
    ['*[_type == "role" && slug.current == "nurse"]', true],
    ['*[_id == "nurse"]', true],
    ['*[_id in path("*")]', true],
    ['*[references("calm")]', true],
    ['*[references("haste")]', false],
    ['*[_type == "role" && references("haste")]', false],
    ['*[years > $least]', true],
    ['*[years > $least + 1]', false],
    ['*[_type == "role"]{title}', true],
    ['*[_id == "nurse"] // and a remark', true],
  ])('%s: %s', (filter, passes) => {
    expect(matches(filter, {least: 2}, nurse)).toBe(passes)
  })

  test.each<[filter: string, passes: boolean]>([
    ['*[_type == "role"][0]', true],
    ['*[_type == "skill"][0]', false],
    ['count(*[_type == "role"]) > 0', true],
    ['count(*[_type == "role"]) > 1', false],
  ])('where it asks for one value, if there is one that is not false: %s: %s', (filter, passes) => {
    expect(matches(filter, {}, nurse)).toBe(passes)
  })

  test.each<[filter: string, passes: boolean]>([
    ['*[title match text::query("nurse")]', true],
    ['*[title match text::query("nur*")]', true],
    ['*[title match text::query("nur")]', false],
    ['*[@ match text::query("ward cares")]', true],
    ['*[@ match text::query("ward sleeps")]', false],
    ['*[[title, @] match text::query("nurse people")]', true],
  ])('by the words in it: %s: %s', (filter, passes) => {
    expect(matches(filter, {}, nurse)).toBe(passes)
  })
})

test('a filter cannot reach other documents', () => {
  const itself = {_id: 'nurse', _type: 'role', next: {_ref: 'nurse'}, title: 'Nurse'}
  expect(matches('*[defined(next->)]', {}, itself)).toBe(false)
  expect(matches('*[next._ref == "nurse"]', {}, itself)).toBe(true)
})

test('a filter is read once, and one that cannot be read says where it is wrong', () => {
  expect(readFilter('*[_type == "role"]', {})).toBe(readFilter('*[_type == "role"]', {}))
  expect(() => readFilter('*[_type == ', {})).toThrow('Syntax error in GROQ query at position 11')
})
