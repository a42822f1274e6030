import {describe, expect, it} from 'vitest'
import {dependencies, fetchRole, type RoleDraft, rolePage, toHTML} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {sampleDocuments, sampleSource} from '../content.ts'

const slug = 'machine-learning-engineer'

describe('what a role depends on', () => {
  it('is every document its page changes with, and no other', async () => {
    const role = await fetchRole(sampleSource, slug)
    const printed = JSON.stringify(await fetchRole(sampleSource, slug))
    const changing: string[] = []
    for (const {_id} of sampleDocuments) {
      const without = localSource(sampleDocuments.filter((document) => document._id !== _id))
      const answer = await fetchRole(without, slug, {perspective: ['published']}).catch(() => null)
      if (JSON.stringify(answer) !== printed) changing.push(_id)
    }
    // A picture never changes: another one has another id, and the person who shows it refers to it.
    const shown = changing.filter((id) => !id.startsWith('image-'))
    expect(dependencies(role).documentIds.toSorted()).toEqual(shown.toSorted())
    expect(shown.length).toBeGreaterThan(20)
  })

  it('has a tag for each document, and one that is known from the address alone', async () => {
    const {documentIds, tags, paths} = dependencies(await fetchRole(sampleSource, slug))
    expect(tags).toEqual([`role:${slug}`, ...documentIds.map((id) => `document:${id}`)])
    expect(paths).toEqual([`/roles/${slug}`])
  })

  it('counts what it refers to and is not there yet, since the page will change with it', async () => {
    const skill = {_key: 'k', skill: {_ref: 'skill-to-come'}}
    const role = {_id: 'r', _type: 'role', title: 'R', slug: {current: 'r'}, mustHaveSkills: [skill]}
    const source = localSource([role])
    const {documentIds} = dependencies(await fetchRole(source, 'r', {perspective: 'drafts'}))
    expect(documentIds).toEqual(['r', 'skill-to-come', 'siteSettings'])
  })

  it('is as good as nothing for a draft that is nothing yet', () => {
    const role = {_id: 'r', slug: null} as RoleDraft
    expect(dependencies(role)).toEqual({
      documentIds: ['r', 'siteSettings'],
      tags: ['document:r', 'document:siteSettings'],
      paths: [],
    })
    expect(toHTML(rolePage(role))).toContain('<h1')
  })
})
