import {describe, expect, it} from 'vitest'
import {
  fetchRole,
  fetchRoles,
  InvalidAnswerError,
  RoleNotFoundError,
  type Source,
  SourceError,
} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const answering = (answer: unknown): Source => ({fetch: async () => answer})
const role = fullRole((plain) => plain)

const stored = (slug: string) => ({
  _id: `role-${slug}`,
  _type: 'role',
  _updatedAt: '2026-01-01',
  title: slug,
  slug: {current: slug},
})

describe('fetchRole', () => {
  it('asks once, for what is published', async () => {
    const asked: unknown[][] = []
    const source: Source = {
      fetch: async (...request) => {
        asked.push(request)
        return role
      },
    }
    expect(await fetchRole(source, 'any-role')).toEqual(role)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.slice(1)).toMatchObject([{slug: 'any-role'}, {perspective: 'published'}])
  })

  it('names every issue of a published answer, with its path and its document', async () => {
    const responsibilities = [...role.responsibilities, {_id: 'r2', statement: null, area: null}]
    const broken = {...role, title: 5, responsibilities, levels: [{...role.levels?.[0], level: 'chief'}]}
    const error = await fetchRole(answering(broken), 'x').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(InvalidAnswerError)
    expect((error as InvalidAnswerError).issues.map(({code, path, documentId}) => [code, path, documentId])).toEqual([
      ['invalid', 'title', 'role-any'],
      ['missing', 'responsibilities[1].statement', 'r2'],
      ['invalid', 'levels[0].level', 'role-any'],
    ])
    expect((error as Error).message).toContain('responsibilities[1].statement (document r2): is missing')
  })

  it('refuses a key that is not there, since the query always asks for it', async () => {
    const {workingWith: _, ...forgotten} = role
    await expect(fetchRole(answering(forgotten), 'x')).rejects.toThrow('workingWith')
  })

  it('accepts a draft in which anything is missing', async () => {
    const draft = await fetchRole(answering({...role, title: null, kpis: 5}), 'x', {perspective: 'drafts'})
    expect([draft.title, draft.kpis, draft.slug]).toEqual([null, null, 'any-role'])
  })

  it('names the nearest slugs where there is no such role', async () => {
    const source = localSource(['data-engineer', 'data-analyst', 'ux-designer', 'hr-manager'].map(stored))
    const error = await fetchRole(source, 'data-enginer').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(RoleNotFoundError)
    expect((error as RoleNotFoundError).nearest).toHaveLength(3)
    expect((error as RoleNotFoundError).nearest[0]).toBe('data-engineer')
    expect((error as Error).message).toBe(
      'There is no role with the slug "data-enginer". Did you mean "data-engineer", "data-analyst", "ux-designer"?',
    )
  })

  it('names no slugs where there are none', async () => {
    await expect(fetchRole(localSource([]), 'x')).rejects.toThrow(/^There is no role with the slug "x"\.$/)
  })

  it('tells a source that could not be asked from a role that is not there', async () => {
    const cause = new Error('connect ECONNREFUSED')
    const error = await fetchRole({fetch: async () => Promise.reject(cause)}, 'x').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SourceError)
    expect((error as Error).cause).toBe(cause)
    await expect(fetchRole(answering(undefined), 'x')).rejects.toThrow(SourceError)
  })
})

describe('fetchRoles', () => {
  it('lists roles by title, and which of them are drafts', async () => {
    const source = localSource([
      stored('b'),
      stored('a'),
      {...stored('c'), _id: 'drafts.role-c'},
      {...stored('b'), _id: 'drafts.role-b', title: 'changed'},
      {...stored('x'), slug: null},
    ])
    expect((await fetchRoles(source)).map(({slug}) => slug)).toEqual(['a', 'b'])
    const drafts = await fetchRoles(source, {perspective: 'drafts'})
    expect(drafts.map(({_id, originalId, title}) => [_id, originalId, title])).toEqual([
      ['role-a', 'role-a', 'a'],
      ['role-c', 'drafts.role-c', 'c'],
      ['role-b', 'drafts.role-b', 'changed'],
    ])
  })
})
