import {describe, expect, it} from 'vitest'
import {entryOf} from '../../../../src/cli/build/pages/entry.ts'
import {fetchRole, fetchRoles, type Role, rolePage} from '../../../../src/index.ts'
import {sampleSource} from '../../../content.ts'

const role = await fetchRole(sampleSource, 'ai-engineer')
const mark = '\u200b\u200c\u200d\u2060\u2061\u2062'

describe('what is kept of a role', () => {
  it('is what the list, the site map and the feed print', () => {
    expect(entryOf(role)).toEqual({
      id: 'role-ai-engineer',
      slug: 'ai-engineer',
      title: 'AI Engineer',
      language: 'en',
      levels: ['mid', 'senior', 'lead'],
      skills: role.mustHaveSkills.map(({skill}) => skill.name),
      also: expect.stringMatching(/^\S.{40,139}$/),
      description: role.seoDescription,
      updatedAt: role.modifiedAt,
      reviewedOn: role.reviewedOn,
      path: '/roles/ai-engineer',
      url: 'https://example.com/roles/ai-engineer/',
    })
  })

  it('is the same from the page that has been made already', () => {
    expect(entryOf(role, rolePage(role))).toEqual(entryOf(role))
  })

  it('stays as it is as JSON, and small', async () => {
    for (const {slug} of await fetchRoles(sampleSource)) {
      const entry = entryOf(await fetchRole(sampleSource, slug))
      const json = JSON.stringify(entry)
      expect(JSON.parse(json)).toEqual(entry)
      expect(json.length, slug).toBeLessThan(800)
    }
  })

  it('has each level and each skill once, and twelve skills at most', () => {
    const [level] = role.levels ?? []
    const [skill] = role.mustHaveSkills
    const many = Array.from({length: 30}, (_, index) => named(role, `Skill ${index >> 1}`))
    const entry = entryOf({...role, levels: [level, level] as Role['levels'], mustHaveSkills: many})
    expect(skill).toBeDefined()
    expect(entry.levels).toEqual(['mid'])
    expect(entry.skills).toEqual(Array.from({length: 12}, (_, index) => `Skill ${index}`))
  })

  it('has no edit markers, no control characters and no halves of characters', () => {
    const entry = entryOf({
      ...role,
      title: ` Ba${mark}ker\n\u0000\u202e of \ud800 bread\ufffe `,
      mustHaveSkills: [named(role, `Sour${mark}dough`), named(role, mark)],
    })
    expect(entry.title).toBe('Baker of \ufffd bread')
    expect(entry.skills).toEqual(['Sourdough'])
  })

  it('has the language of the role, as it is spelled, also where a page has no words in it', () => {
    const languageOf = (language: string) => entryOf({...role, language}).language
    expect(['de-at', 'fr', 'no language'].map(languageOf)).toEqual(['de-AT', 'fr', 'en'])
  })

  it('has no address in full where the site has none', () => {
    const {path, url} = entryOf({
      ...role,
      site: {organizationName: null, siteUrl: null, rolesPath: '/en/jobs', language: null},
    })
    expect({path, url}).toEqual({path: '/en/jobs/ai-engineer', url: null})
  })
})

function named({mustHaveSkills: [first]}: Role, name: string): Role['mustHaveSkills'][number] {
  if (!first) throw new Error('The sample role has lost its skills.')
  return {...first, skill: {...first.skill, name}}
}
