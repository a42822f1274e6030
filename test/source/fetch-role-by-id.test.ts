import {describe, expect, it} from 'vitest'
import {fetchRole, fetchRoleById, InvalidAnswerError, type Perspective, SourceError} from '../../src/index.ts'
import {sampleSource} from '../content.ts'

describe('fetchRoleById', () => {
  it('answers with the role that has this id, as fetchRole does by slug', async () => {
    expect(await fetchRoleById(sampleSource, 'role-data-engineer')).toEqual(
      await fetchRole(sampleSource, 'data-engineer'),
    )
  })

  it('finds a draft by the id it will be published under', async () => {
    const draft = await fetchRoleById(sampleSource, 'role-devops-engineer', {perspective: 'drafts'})
    expect(draft).toMatchObject({_id: 'role-devops-engineer', title: 'DevOps Engineer'})
  })

  it.each<[string, Perspective]>([
    ['role-devops-engineer', 'published'],
    ['role-nobody', 'drafts'],
    ['skill-sql', 'published'],
  ])('answers null for %s in %s', async (id, perspective) => {
    expect(await fetchRoleById(sampleSource, id, {perspective})).toBeNull()
  })

  it('throws as fetchRole does for what is incomplete, and where nobody answers', async () => {
    await expect(fetchRoleById({fetch: async () => ({title: 5})}, 'x')).rejects.toThrow(InvalidAnswerError)
    await expect(fetchRoleById({fetch: () => Promise.reject(new Error('offline'))}, 'x')).rejects.toThrow(SourceError)
  })
})
