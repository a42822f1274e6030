import {describe, expect, it} from 'vitest'
import {type RoleDraft, roleIssues} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const role = fullRole((plain) => plain)
const issues = (change: Partial<RoleDraft>) =>
  roleIssues({...role, ...change}).map(({code, path, documentId}) => [code, path, documentId])

describe('the issues of a role', () => {
  it('are none where there is nothing to mend', () => {
    expect(roleIssues(role)).toEqual([])
  })

  it('name what is missing, and the document to open', () => {
    expect(
      issues({title: null, levels: [{_key: 'l', level: 'mid', minYears: null, maxYears: null, focus: []}]}),
    ).toEqual([
      ['missing', 'title', 'role-any'],
      ['missing', 'levels[0].minYears', 'role-any'],
    ])
    expect(issues({responsibilities: [{_id: 'r9', statement: null, area: null}]})).toEqual([
      ['missing', 'responsibilities[0].statement', 'r9'],
    ])
  })

  it('name what is there and says nothing', () => {
    const empty = {title: ' ', summary: [{_type: 'block', children: []}], responsibilities: [], mustHaveSkills: []}
    expect(issues(empty)).toEqual([
      ['missing', 'title', 'role-any'],
      ['missing', 'summary', 'role-any'],
      ['missing', 'responsibilities', 'role-any'],
      ['missing', 'mustHaveSkills', 'role-any'],
    ])
  })

  it('name what cannot be meant', () => {
    const levels = [{_key: 'l', level: 'mid' as const, minYears: 6, maxYears: 2, focus: ['x']}]
    const startingPrice = {amount: -5, currency: 'Dollar', unit: 'MONTH' as const, label: null}
    expect(issues({levels, startingPrice})).toEqual([
      ['invalid', 'levels[0]', 'role-any'],
      ['invalid', 'startingPrice.currency', 'role-any'],
      ['invalid', 'startingPrice.amount', 'role-any'],
    ])
  })

  it('name references that lead nowhere', () => {
    expect(issues({danglingReferences: [{path: 'kpis', id: 'kpi-gone'}]})).toEqual([
      ['dangling-reference', 'kpis', 'role-any'],
    ])
  })

  it('name blocks that are not printed and links that lead nowhere safe', () => {
    const summary = [
      {_type: 'image'},
      {
        _type: 'block',
        children: [{_type: 'span', text: 'x', marks: ['k']}],
        markDefs: [{_key: 'k', _type: 'link', href: 'javascript:1'}],
      },
    ]
    expect(
      issues({summary, faqs: [{_key: 'f', question: 'Why?', answer: [{_type: 'code'}], audience: 'page'}]}),
    ).toEqual([
      ['unknown-block', 'summary[0]', 'role-any'],
      ['unsafe-link', 'summary[1]', 'role-any'],
      ['unknown-block', 'faqs[0].answer[0]', 'role-any'],
    ])
  })

  it('name a portrait that is not shown, and a day that is none', () => {
    const author = (url: string) => ({...role.author, image: {...role.author?.image, url}}) as RoleDraft['author']
    expect(issues({author: author('http://localhost:3333/images/a/b/c-1x1.png')})).toEqual([
      ['unshown-picture', 'author.image', 'p1'],
    ])
    expect(issues({author: author('https://cdn.sanity.io/images/a/b/c-1x1.png')})).toEqual([])
    expect(issues({reviewedOn: '2026-02-30'})).toEqual([['invalid', 'reviewedOn', 'role-any']])
  })

  it('name a language nobody has written phrases for', () => {
    expect(issues({language: 'fr'})).toEqual([['unknown-language', 'language', 'role-any']])
    expect(issues({language: 'de-CH'})).toEqual([])
  })
})
