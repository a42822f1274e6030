import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type OpenStudio, openStudio} from './support/studio.ts'

describe('a role that is hardly begun', () => {
  let studio: OpenStudio
  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(async () => studio.close())

  const wrong = {
    title: 7,
    slug: 'text',
    summary: 'text',
    responsibilities: {_ref: 'x', _weak: true},
    mustHaveSkills: [
      null,
      3,
      {_key: 'a', skill: null},
      {_key: 'b', skill: {_type: 'reference', _ref: 'gone', _weak: true}},
    ],
    levels: [{_key: 'c', level: 'mythical', minYears: 'two', focus: 'text'}],
    kpis: [{_key: 'd', _type: 'reference', _ref: 'gone', _weak: true}],
    faqs: [{_key: 'e', question: 4, answer: [{_type: 'block'}]}],
    startingPrice: {amount: 'much'},
    reviewedOn: 'some day',
    language: 'x-',
  }

  it.each([
    ['nothing', {}],
    ['a title alone', {title: 'Archivist'}],
    ['values of the wrong kind everywhere', wrong],
  ])('is shown in every view where it holds %s', async (_, fields) => {
    const id = crypto.randomUUID()
    await studio.client.create({_id: `drafts.${id}`, _type: 'role', ...fields} as never)
    await studio.edit(id)
    await studio.page.getByTestId('roleprint-gaps').waitFor()
    await studio.view('Page')
    await studio.page.getByTestId('roleprint-page').locator('iframe').contentFrame().locator('h1').waitFor()
    await studio.view('Changes')
    await studio.page.getByTestId('roleprint-changes').waitFor()
    expect(studio.uncaught).toEqual([])
  })

  it('names what is missing by the fields’ own titles', async () => {
    await studio.edit('role-content-strategist')
    const gaps = await studio.page.getByTestId('roleprint-gaps').innerText()
    expect(gaps).toMatch(/^\d+ things are missing/)
    expect(gaps).toContain('Starting price')
    expect(gaps).toContain('Must-have skills')
  })

  it('begins as a copy of another one, with an address of its own, and links to it', async () => {
    await studio.edit('role-data-engineer')
    await studio.page.getByTestId('action-menu-button').first().click()
    // There is one way to copy a role: Sanity's own would keep the address.
    expect(await studio.page.getByRole('menuitem', {name: /duplicate|variant/i}).count()).toBe(1)
    await studio.page.getByRole('menuitem', {name: 'Duplicate'}).click()
    await studio.page.getByLabel('Title of the new role').fill('Analytics Engineer')
    await studio.page.getByRole('button', {name: 'Create', exact: true}).click()
    await studio.page.getByTestId('roleprint-text').getByText('Analytics Engineer — Job Description').waitFor()
    const [variant] = await studio.client.fetch('*[title == "Analytics Engineer"]', {}, {perspective: 'raw'})
    const original = await studio.client.getDocument('role-data-engineer')
    expect(variant._id).toMatch(/^drafts\./)
    expect(variant.responsibilities).toEqual(original?.responsibilities)
    expect(variant.relatedRoles[0]._ref).toBe('role-data-engineer')
    expect(variant.slug).toEqual({_type: 'slug', current: 'analytics-engineer'})
  })

  it('keeps its list though a draft holds anything for a language', async () => {
    for (const language of ['en US', '', 'x/y;z'])
      await studio.client.create({_id: `drafts.${crypto.randomUUID()}`, _type: 'role', title: 'Odd', language} as never)
    await studio.home()
    await studio.page.getByText('By language').click()
    await studio.page.getByText('German', {exact: true}).waitFor()
    await studio.page.getByText('en US', {exact: true}).waitFor()
  })
})
