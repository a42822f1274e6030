import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type OpenStudio, openStudio} from './support/studio.ts'

const id = 'role-machine-learning-engineer'
const sentence = 'Talks with data engineers every day.'

describe('an editor changes a role', () => {
  let studio: OpenStudio
  const stored = (prefix = '') => studio.client.getDocument(`${prefix}${id}`)
  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(async () => studio.close())

  it('and sees the job description follow while typing', async () => {
    await studio.edit(id)
    const text = studio.page.getByTestId('roleprint-text')
    await text.getByText('Machine Learning Engineer — Job Description').waitFor()
    await studio.field('title').getByRole('textbox').fill('Machine Learning Expert')
    await text.getByText('Machine Learning Expert — Job Description').waitFor()
    await expect.poll(async () => (await stored('drafts.'))?.title, {timeout: 10_000}).toBe('Machine Learning Expert')
    expect((await stored())?.title).toBe('Machine Learning Engineer')
  })

  it('sees exactly what publishing will change, bullet by bullet', async () => {
    await studio.field('title').getByRole('textbox').fill('Machine Learning Engineer')
    const working = studio.field('workingWith').getByRole('textbox')
    await working.fill(`${await working.inputValue()} ${sentence}`)
    await studio.view('Changes')
    const changes = studio.page.getByTestId('roleprint-change')
    await expect.poll(() => changes.locator('ins').allInnerTexts(), {timeout: 10_000}).toEqual([` ${sentence}`])
    expect(await changes.count()).toBe(1)
    expect(await changes.locator('del').count()).toBe(0)
  })

  it('publishes it, and finds it again after opening it anew', async () => {
    await expect
      .poll(async () => (await stored('drafts.'))?.workingWith, {timeout: 10_000})
      .toMatch(new RegExp(sentence))
    await studio.page.getByTestId('action-publish').first().click()
    await expect.poll(async () => (await stored())?.workingWith, {timeout: 10_000}).toMatch(new RegExp(sentence))
    await studio.page.reload()
    await studio.page.getByTestId('roleprint-changes').getByText('Nothing that is printed will change.').waitFor()
    await studio.view('Job description')
    await studio.page.getByTestId('roleprint-text').getByText(sentence).waitFor()
    expect(await stored('drafts.')).toBeUndefined()
  })

  it('copies the job description as rich text and as plain text', async () => {
    await studio.page.getByRole('button', {name: 'Copy', exact: true}).click()
    await studio.page.getByRole('button', {name: 'Copied'}).waitFor()
    const copied = await studio.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await item?.getType(type))?.text()
      return {html: await read('text/html'), text: await read('text/plain')}
    })
    expect(copied.text).toMatch(/^Machine Learning Engineer — Job Description\n/)
    expect(copied.html).toContain('<h1>Machine Learning Engineer — Job Description</h1>')
  })

  it('takes an edit back', async () => {
    await studio.field('title').getByRole('textbox').fill('Something else')
    await expect.poll(async () => (await stored('drafts.'))?.title, {timeout: 10_000}).toBe('Something else')
    await studio.menu(/discard changes/i)
    await studio.page
      .getByRole('button', {name: /confirm|discard/i})
      .last()
      .click()
    await expect.poll(async () => stored('drafts.'), {timeout: 10_000}).toBeUndefined()
    await studio.page.getByTestId('roleprint-text').getByText('Machine Learning Engineer — Job Description').waitFor()
  })

  it('unpublishes it, and the draft stays', async () => {
    const [role] = await studio.client.fetch<string[]>(
      '*[_type == "role" && !(_id in path("drafts.**")) && count(*[references(^._id)]) == 0]._id',
      {},
      {perspective: 'raw'},
    )
    await studio.edit(role ?? '')
    await studio.page.getByTestId('document-header-Published-chip').first().click()
    await studio.page.getByTestId('action-unpublish').first().click()
    await studio.page.getByTestId('confirm-button').click()
    await expect.poll(async () => studio.client.getDocument(role ?? ''), {timeout: 10_000}).toBeUndefined()
    expect(await studio.client.getDocument(`drafts.${role}`)).toBeDefined()
  })

  it('loses nothing where the lake ends meanwhile', async () => {
    await studio.edit(id)
    await studio.page.getByTestId('roleprint-text').waitFor()
    await studio.field('workingWith').getByRole('textbox').fill('Stored before the lake ended.')
    await expect
      .poll(async () => (await stored('drafts.'))?.workingWith, {timeout: 10_000})
      .toBe('Stored before the lake ended.')
    await studio.restartLake()
    await studio.page.reload()
    await studio.page.getByTestId('roleprint-text').getByText('Stored before the lake ended.').waitFor()
  })

  it('never meets an error that nobody caught', () => {
    expect(studio.uncaught).toEqual([])
  })
})
