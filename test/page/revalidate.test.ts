import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  dependencies,
  fetchRole,
  fetchRoles,
  jobDescription,
  type RoleDraft,
  revalidate,
  rolePage,
  toHTML,
  toJsonLd,
} from '../../src/index.ts'
import {localSource, type StoredDocument} from '../../src/local.ts'
import {anyRole} from '../arbitrary/role.ts'
import {hostileText} from '../arbitrary/text.ts'
import {sampleDocuments, sampleSource} from '../content.ts'

const runs = Number(process.env.RUNS ?? 300)
const roles = await fetchRoles(sampleSource)

/** What a site prints, each page with the tags it was made with. */
async function printed(documents: StoredDocument[]) {
  const source = localSource(documents)
  const pages = await Promise.all(
    roles.map(async ({slug}) => {
      const role = await fetchRole(source, slug, {perspective: ['published']}).catch(() => null)
      const text = role && [toHTML(rolePage(role)), toHTML(jobDescription(role)), toJsonLd(role)].join('\n')
      return {path: `/roles/${slug}`, text, tags: role ? dependencies(role).tags : []}
    }),
  )
  const list = JSON.stringify(await fetchRoles(source, {perspective: ['published']}))
  return [...pages, {path: '/roles', text: list, tags: ['roles']}]
}

describe('what is made anew when a role has changed', () => {
  it('is its page and the list, by tag and by path', async () => {
    const role = await fetchRole(sampleSource, 'data-engineer')
    expect(revalidate(role)).toEqual({
      tags: ['role:data-engineer', 'document:role-data-engineer', 'roles'],
      paths: ['/roles/data-engineer', '/roles'],
    })
    expect(
      revalidate({...role, site: {organizationName: null, siteUrl: null, rolesPath: '/jobs', language: null}}).paths,
    ).toEqual([...['/jobs/data-engineer', '/jobs']])
  })

  it('is the list alone for a draft that has neither slug nor id yet', () => {
    expect(revalidate({_id: null, slug: null, site: null} as RoleDraft)).toEqual({tags: ['roles'], paths: ['/roles']})
  })

  it('is every page that prints something else afterwards', async () => {
    const before = await printed(sampleDocuments)
    const found = new Set<string>()
    for (const {_id, slug} of roles) {
      const after = await printed(
        sampleDocuments.flatMap((document) =>
          document._id === _id ? [{...document, title: 'Another title', seoTitle: null, levels: null}] : [document],
        ),
      )
      const {tags, paths} = revalidate(await fetchRole(sampleSource, slug))
      const changed = before.filter(({text}, index) => text !== after[index]?.text)
      expect(changed.length).toBeGreaterThan(1)
      for (const page of changed) {
        expect(page.tags.filter((tag) => tags.includes(tag))).not.toEqual([])
        if (!paths.includes(page.path)) found.add(page.path)
      }
      expect(changed.map(({path}) => path)).toEqual(expect.arrayContaining(paths))
    }
    // Pages of other roles that print the title in a link: their tags find them, and paths would not.
    expect(found.size).toBeGreaterThan(2)
  })

  it('never fails, and tells each tag and path once', () => {
    const any = fc
      .tuple(anyRole, fc.option(hostileText), fc.option(hostileText))
      .map(
        ([role, slug, rolesPath]): RoleDraft => ({...role, slug, site: {...role.site, rolesPath} as RoleDraft['site']}),
      )
    fc.assert(
      fc.property(any, (role) => {
        const {tags, paths} = revalidate(role)
        expect([new Set(tags).size, new Set(paths).size]).toEqual([tags.length, paths.length])
        expect(tags).toContain('roles')
        expect(dependencies(role).tags).toEqual(expect.arrayContaining(tags.filter((tag) => tag !== 'roles')))
        expect(paths).toEqual(expect.arrayContaining(dependencies(role).paths))
      }),
      {numRuns: runs},
    )
  })
})
