import {describe, expect, it} from 'vitest'
import {
  fetchRole,
  fetchRoles,
  jobDescription,
  roleIssues,
  rolePage,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {sampleSource} from '../content.ts'

// Files a person can open. To accept a change: npx vitest run test/render/expected.test.ts --update
const expected = (name: string): string => `../expected/${name}`

describe.each(['machine-learning-engineer', 'ux-designer', 'performance-marketing-manager'])(
  '%s is printed as',
  async (slug) => {
    const role = await fetchRole(sampleSource, slug)

    it('Markdown', async () => {
      await expect(toMarkdown(jobDescription(role))).toMatchFileSnapshot(expected(`${slug}.md`))
    })

    it('plain text', async () => {
      await expect(toPlainText(jobDescription(role))).toMatchFileSnapshot(expected(`${slug}.txt`))
    })

    it('HTML for pasting', async () => {
      await expect(toHTML(jobDescription(role))).toMatchFileSnapshot(expected(`${slug}.html`))
    })

    it('a page', async () => {
      const html = toDocument(rolePage(role), {jsonLd: toJsonLd(role), url: 'https://example.com/'})
      await expect(html).toMatchFileSnapshot(expected(`${slug}.page.html`))
    })

    it('structured data', async () => {
      await expect(JSON.stringify(JSON.parse(toJsonLd(role)), null, 2)).toMatchFileSnapshot(expected(`${slug}.jsonld`))
    })

    it('its sections', async () => {
      await expect(JSON.stringify(rolePage(role), null, 2)).toMatchFileSnapshot(expected(`${slug}.json`))
    })
  },
)

describe('one level of a role', () => {
  it('is printed as Markdown', async () => {
    const role = await fetchRole(sampleSource, 'machine-learning-engineer')
    const markdown = toMarkdown(jobDescription(role, {level: 'senior'}))
    await expect(markdown).toMatchFileSnapshot(expected('machine-learning-engineer.senior.md'))
  })
})

describe('the sample content', async () => {
  const roles = await fetchRoles(sampleSource)

  it('has the counts of the page that was asked for', async () => {
    const role = await fetchRole(sampleSource, 'machine-learning-engineer')
    const counts = [
      role.responsibilities,
      role.mustHaveSkills,
      role.niceToHaveSkills,
      role.tools,
      role.levels,
      role.kpis,
      role.faqs,
    ]
    expect(counts.map((list) => list?.length)).toEqual([12, 8, 6, 10, 3, 6, 2])
    expect(role.levels?.map(({focus}) => focus.length)).toEqual([4, 4, 4])
    expect([role.startingPrice?.amount, role.author?.name]).toEqual([4000, expect.any(String)])
  })

  it('is complete: no published role has anything to mend', async () => {
    expect(roles.length).toBeGreaterThanOrEqual(8)
    for (const {slug} of roles) expect(roleIssues(await fetchRole(sampleSource, slug))).toEqual([])
  })

  it('has a role that exists only as a draft, one with a changed draft, and one half-filled', async () => {
    const drafts = await fetchRoles(sampleSource, {perspective: 'drafts'})
    const states = drafts
      .filter(({originalId}) => originalId?.startsWith('drafts.'))
      .map(({slug}) => [slug, roles.some((role) => role.slug === slug)])
    expect(states).toEqual([
      ['content-strategist', false],
      ['devops-engineer', false],
      ['seo-specialist', true],
    ])
    const half = await fetchRole(sampleSource, 'content-strategist', {perspective: 'drafts'})
    expect(roleIssues(half).length).toBeGreaterThan(3)
  })
})
