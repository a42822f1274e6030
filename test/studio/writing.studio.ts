import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {sampleDocuments} from '../content.ts'
import {busyLoops} from '../lake/support/busy-loops.ts'
import {type OpenStudio, openStudio} from './support/studio.ts'

/** How many new fields are typed, `FIELDS=40` for the whole proof. */
const fields = Number(process.env.FIELDS ?? 8)
const role = 'role-machine-learning-engineer'

describe('an editor writes', () => {
  let studio: OpenStudio
  const stored = (id: string) => studio.client.getDocument(id)
  const eventually = (read: () => Promise<unknown>) => expect.poll(read, {timeout: 20_000})
  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(async () => studio.close())

  it('a ninth must-have', async () => {
    const {mustHaveSkills} = (await stored(role)) as {mustHaveSkills?: unknown[]}
    expect(mustHaveSkills).toHaveLength(8)
    await studio.edit(role)
    await studio.page.getByRole('tab', {name: 'Skills and tools'}).click()
    const list = studio.field('mustHaveSkills')
    await list.getByRole('button', {name: 'Add item'}).click()
    await eventually(async () => (await stored(`drafts.${role}`))?.mustHaveSkills?.length).toBe(9)
    await studio.page.keyboard.press('Escape')
  })

  it('an amount as it is written at home', async () => {
    await studio.edit(role)
    await studio.page.getByRole('tab', {name: 'Overview'}).click()
    const amount = studio.field('startingPrice.amount')
    for (const [typed, number] of [
      ['95.000', 95_000],
      ['4 500,50', 4500.5],
    ] as const) {
      await amount.getByRole('textbox').fill(typed)
      await amount.getByText(`Reads as ${number.toLocaleString('en')}`).waitFor()
      await eventually(async () => (await stored(`drafts.${role}`))?.startingPrice?.amount).toBe(number)
      expect(await amount.getByRole('textbox').inputValue()).toBe(typed)
    }
    await amount.getByRole('textbox').fill('95k')
    await amount.getByText('“95k” is no amount.').waitFor()
  })

  it('a role with a skill that is new, and publishes both with the main button', async () => {
    const sample = sampleDocuments.find(({_id}) => _id === role)
    const reference = {_type: 'reference', _ref: 'skill-new', _weak: true, _strengthenOnPublish: {type: 'skill'}}
    await studio.client.create({_id: 'drafts.skill-new', _type: 'skill', name: 'Falconry', statement: 'Falconry.'})
    await studio.client.create({
      ...(sample as object),
      ...{_id: 'drafts.role-new', _type: 'role', title: 'Falconer', slug: {_type: 'slug', current: 'falconer'}},
      mustHaveSkills: [{_key: 'a', _type: 'skillRequirement', skill: reference}],
    })
    await studio.edit('role-new')
    await studio.page.getByTestId('action-publishwitheverythingituses').first().click()
    const dialog = studio.page.getByTestId('roleprint-publish-with')
    await dialog.getByText('Skill: Falconry').waitFor()
    await dialog.getByRole('button', {name: 'Publish 2 documents'}).click()
    await studio.page.getByRole('link', {name: 'See the page'}).waitFor()
    const ids = ['role-new', 'skill-new', 'drafts.role-new', 'drafts.skill-new']
    await eventually(() => studio.client.fetch('*[_id in $ids]._id', {ids}, {perspective: 'raw'})).toEqual(
      ids.slice(0, 2),
    )
  })

  it('and is offered what is in the role’s language', async () => {
    await studio.edit('role-new')
    await studio.page.getByRole('tab', {name: 'Skills and tools'}).click()
    await studio.field('mustHaveSkills').getByRole('button', {name: 'Add item'}).click()
    const picker = studio.page.getByTestId('autocomplete').last()
    await picker.click()
    await studio.page.keyboard.type('a')
    const offered = studio.page.getByTestId('autocomplete-popover').or(studio.page.getByRole('listbox')).last()
    await offered.getByText('Applied statistics').first().waitFor()
    const german = await studio.client.fetch<string[]>(
      '*[_type == "skill" && _id in *[_type == "role" && language == "de"].mustHaveSkills[].skill._ref && defined(statement)].statement',
    )
    expect(german.length).toBeGreaterThan(0)
    for (const statement of german) expect(await offered.getByText(statement).count()).toBe(0)
  })

  it('more than a lake takes, and is told', async () => {
    await studio.edit(role)
    await studio.page.getByRole('tab', {name: 'Overview'}).click()
    await studio.field('workingWith').getByRole('textbox').fill('word '.repeat(900_000))
    await studio.page.getByText('Your last change was not saved').waitFor({timeout: 90_000})
    await studio.page.getByText(/The body is larger than/).waitFor()
  })

  it(`${fields} new fields, key by key, beside other work, and loses none`, async () => {
    busyLoops(2)
    const origin = new URL(studio.page.url()).origin
    for (let document = 0; document * 2 < fields; document += 1) {
      await studio.page.goto(`${origin}/intent/create/template=skill;type=skill`)
      const typed: string[] = []
      for (const [name, length] of [
        ['name', 30],
        ['statement', 90],
      ] as const) {
        const text = `${name} ${document}: ${'quick brown foxes jump '.repeat(5)}`.slice(0, length).trim()
        await studio.field(name).getByRole('textbox').click()
        await studio.page.keyboard.type(text, {delay: 20})
        typed.push(text)
      }
      const stored = () =>
        studio.client.fetch(
          '*[_type == "skill" && string::startsWith(name, $name)]{"texts": [name, statement]}[0].texts',
          {name: `name ${document}:`},
          {perspective: 'raw'},
        )
      await expect.poll(stored, {timeout: 60_000}).toEqual(typed)
    }
  }, 600_000)

  it('never meets an error that nobody caught', () => {
    expect(studio.uncaught).toEqual([])
  })
})
