import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults} from 'axe-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type OpenStudio, openStudio} from './support/studio.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the views beside the form', () => {
  let studio: OpenStudio
  beforeAll(async () => {
    studio = await openStudio()
    await studio.client.patch('skill-sql').set({statement: 'SQL that others can read.'}).commit()
    await studio.client.createOrReplace({
      ...(await studio.client.getDocument('role-data-engineer')),
      ...{_id: 'drafts.role-data-engineer', _type: 'role', workingWith: 'Works with analysts.'},
    })
  })
  afterAll(async () => studio.close())

  async function faultsOf(view: string): Promise<string[]> {
    await studio.page.evaluate(axe)
    const {violations} = await studio.page.evaluate(
      async (within) => (globalThis as unknown as {axe: {run(context: string): Promise<AxeResults>}}).axe.run(within),
      `[data-testid="${view}"]`,
    )
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
  }

  it.each([
    ['Job description', 'roleprint-job-description'],
    ['Changes', 'roleprint-changes'],
    ['Page', 'roleprint-page'],
  ] as const)('%s has no fault that axe knows', async (name, id) => {
    await studio.edit('role-data-engineer')
    await studio.view(name)
    await studio.page.getByTestId(id).waitFor()
    expect(await faultsOf(id)).toEqual([])
  })

  it('name what is missing without a fault', async () => {
    await studio.edit('role-content-strategist')
    await studio.page.getByTestId('roleprint-gaps').waitFor()
    expect(await faultsOf('roleprint-job-description')).toEqual([])
  })

  it('Used by has no fault that axe knows', async () => {
    await studio.edit('skill-sql', 'skill')
    await studio.view('Used by')
    await studio.page.getByTestId('roleprint-impact').first().waitFor()
    expect(await faultsOf('roleprint-used-by')).toEqual([])
  })

  it('can be worked by the keyboard, in reading order', async () => {
    await studio.edit('role-data-engineer')
    await studio.page.getByRole('button', {name: 'Plain text'}).focus()
    const order: string[] = []
    for (let step = 0; step < 6; step++) {
      order.push(
        await studio.page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      )
      await studio.page.keyboard.press('Tab')
    }
    expect(order).toEqual(['Plain text', 'Markdown', 'HTML', 'Level', 'Copy', 'Plain text'])
  })
})
