import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type OpenStudio, openStudio} from './support/studio.ts'

const skill = 'skill-sql'
const statement = 'SQL that a colleague can read a year later.'

describe('an editor changes a shared skill', () => {
  let studio: OpenStudio
  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(async () => studio.close())

  /** The roles that print the skill's own words, and those that use it at all. */
  const users = async (filter: string): Promise<string[]> =>
    studio.client.fetch(`*[_type == "role" && ${filter}]._id`, {skill}, {perspective: 'drafts'})

  it('and sees every role that uses it', async () => {
    await studio.edit(skill, 'skill')
    await studio.field('statement').getByRole('textbox').fill(statement)
    await studio.view('Used by')
    const impacts = studio.page.getByTestId('roleprint-impact')
    await impacts.getByTestId('roleprint-change').first().waitFor()
    const shown = await impacts.evaluateAll((all) => all.map((one) => one.getAttribute('data-role')))
    expect(shown.sort()).toEqual((await users('references($skill)')).sort())
  })

  it('and which of them will print other words', async () => {
    const printing = await users(
      'count([...mustHaveSkills[], ...niceToHaveSkills[]][skill._ref == $skill && !defined(statement)]) > 0',
    )
    const changed = studio.page
      .getByTestId('roleprint-impact')
      .filter({has: studio.page.getByTestId('roleprint-change')})
    const shown = await changed.evaluateAll((all) => all.map((one) => one.getAttribute('data-role')))
    expect(shown.sort()).toEqual(printing.sort())
    expect(printing.length).toBeGreaterThan(0)
  })

  it('finds it named as the cause in each such role', async () => {
    const [role = ''] = await users(
      'count(mustHaveSkills[skill._ref == $skill && !defined(statement)]) > 0 && !(_originalId in path("drafts.**"))',
    )
    await studio.edit(role)
    await studio.view('Changes')
    const change = studio.page.getByTestId('roleprint-change').first()
    await change.getByText('because of the skill').waitFor()
    expect(await change.innerText()).toContain('SQL')
    expect(await studio.page.getByTestId('roleprint-change').count()).toBe(1)
  })

  it('publishes it together with a role where that is ticked, in one transaction', async () => {
    await studio.field('workingWith').getByRole('textbox').fill('Works with analysts.')
    await expect
      .poll(() =>
        studio.client.fetch('count(*[_id in path("drafts.**") && workingWith == "Works with analysts."])', {}, raw),
      )
      .toBe(1)
    await studio.menu(/everything it uses/)
    const dialog = studio.page.getByTestId('roleprint-publish-with')
    await dialog.getByRole('checkbox', {name: /^Skill: SQL/}).waitFor()
    // Somebody may be in the middle of it: nothing is published that nobody has chosen.
    await dialog.getByRole('button', {name: 'Publish', exact: true}).waitFor()
    const roles = await users('references($skill)')
    await dialog.getByText(`Changes ${roles.length - 1} other roles: `).waitFor()
    await dialog.getByRole('checkbox', {name: /^Skill: SQL/}).check()
    await dialog.getByRole('button', {name: 'Publish 2 documents'}).click()
    await expect.poll(async () => (await studio.client.getDocument(skill))?.statement).toBe(statement)
    const published = await studio.client.fetch(
      '*[workingWith == "Works with analysts."]',
      {},
      {perspective: 'published'},
    )
    expect(published).toHaveLength(1)
    // One transaction gives all it writes the same revision.
    expect(published[0]._rev).toBe((await studio.client.getDocument(skill))?._rev)
  })

  it('finds it by another name', async () => {
    const [tool] = await studio.client.fetch('*[_type == "skill" && count(aliases) > 0]{name, aliases}')
    await studio.page.getByTestId('studio-search').click()
    await studio.page.getByTestId('search-results').or(studio.page.getByRole('combobox')).first().waitFor()
    await studio.page.keyboard.type(tool.aliases[0])
    await studio.page
      .getByRole('option', {name: tool.name})
      .or(studio.page.getByText(tool.name, {exact: true}))
      .first()
      .waitFor()
  })

  it('never meets an error that nobody caught', () => {
    expect(studio.uncaught).toEqual([])
  })
})

const raw = {perspective: 'raw'} as const
