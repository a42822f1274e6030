import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {datasetFindings} from '../../src/checks.ts'
import type {StoredDocument} from '../../src/local.ts'
import {type OpenStudio, openStudio} from './support/studio.ts'

describe('what the Studio finds wrong with a role', () => {
  let studio: OpenStudio
  beforeAll(async () => {
    studio = await openStudio()
  })
  afterAll(async () => studio.close())

  /** What the command line says of the same drafts, of the role and of what it prints. */
  async function told(slug: string): Promise<string[]> {
    const documents = await studio.client.fetch<StoredDocument[]>('*', {}, {perspective: 'drafts'})
    return datasetFindings(documents, {slug})
      .findings.filter(({documentType}) => documentType === 'role')
      .map(({message}) => message)
  }

  async function shown(): Promise<string[]> {
    await studio.page
      .getByRole('button', {name: /validation/i})
      .first()
      .click()
    const pane = studio.page.getByTestId('document-pane').first()
    await pane.getByText('Validation', {exact: true}).waitFor()
    return (await pane.innerText()).split('\n')
  }

  it('is what the command line says of the same draft', async () => {
    await studio.client
      .patch('role-data-engineer')
      .set({
        title: 'Data Engineer',
        workingWith: 'You are a young digital native, a rockstar and a ninja in GPT-3.',
        startingPrice: {amount: 0, currency: 'usd', unit: 'MONTH'},
        levels: [
          {_key: 'a', level: 'junior', minYears: 3, maxYears: 1, focus: ['Learns.']},
          {_key: 'b', level: 'mid', minYears: 1, maxYears: 4, focus: ['Does.']},
        ],
      })
      .commit()
    await studio.edit('role-data-engineer')
    const messages = await told('data-engineer')
    expect(messages.length).toBeGreaterThan(4)
    const lines = await shown()
    expect(messages.filter((message) => !lines.includes(message))).toEqual([])
  })

  it('keeps a role with errors from being published, and one with warnings not', async () => {
    expect(await studio.page.getByTestId('action-publish').first().isDisabled()).toBe(true)
    await studio.edit('role-hr-manager')
    await studio.field('workingWith').getByRole('textbox').fill('Works with everybody.')
    expect((await told('hr-manager')).length).toBeGreaterThan(0)
    await expect.poll(() => studio.page.getByTestId('action-publish').first().isEnabled(), {timeout: 15_000}).toBe(true)
  })
})
