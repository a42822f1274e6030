import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import type {Browser, Locator, Page} from 'playwright-core'
import {inject} from 'vitest'
import {type Lake, startLake} from '../../../src/lake/index.ts'
import {launchBrowser} from '../../browser/launch.ts'
import {sampleDocuments} from '../../content.ts'

/** A Studio that is signed in, on a lake of its own with the sample content. */
export interface OpenStudio {
  page: Page
  client: SanityClient
  /** Errors that nobody caught, in the page. */
  uncaught: string[]
  /** Shows the first list. */
  home(): Promise<void>
  /** Opens a document and waits for its form. */
  edit(id: string, type?: string): Promise<void>
  /** The form's field of this name. */
  field(name: string): Locator
  /** Shows one of the views beside the form. */
  view(name: 'Page' | 'Job description' | 'Changes' | 'Used by'): Promise<void>
  /** Chooses an entry of the document's menu. */
  menu(name: RegExp): Promise<void>
  /** Ends the lake as a crash would not, and starts it again on the same data and port. */
  restartLake(): Promise<void>
  close(): Promise<void>
}

/** Opens the Studio of this repository, or another one: where it is built, and what its first page says. */
export async function openStudio({built = inject('studio'), first = 'All roles'} = {}): Promise<OpenStudio> {
  const dataDir = mkdtempSync(join(tmpdir(), 'roleprint-studio-'))
  let lake: Lake = await startLake({dataDir, port: 0, seed: sampleDocuments, studio: built})
  const {port} = lake
  const browser: Browser = await launchBrowser()
  const context = await browser.newContext({viewport: {width: 1700, height: 1000}})
  const origin = new URL(lake.studioUrl()).origin
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin})
  const page = await context.newPage()
  const uncaught: string[] = []
  page.on('pageerror', (error) => uncaught.push(error.message))
  await page.goto(lake.studioUrl())
  await page.getByText(first).first().waitFor()

  const client = createClient({
    ...{projectId: lake.project, dataset: lake.dataset, apiHost: lake.url, useProjectHostname: false},
    ...{apiVersion: '2025-02-19', useCdn: false, token: lake.token},
  })

  return {
    page,
    client,
    uncaught,
    async home() {
      await page.goto(`${origin}/roles`)
    },
    async edit(id, type = 'role') {
      await page.goto(`${origin}/intent/edit/id=${id};type=${type}`)
      await page.locator('[data-testid="form-view"]:not([data-read-only="true"])').first().waitFor()
      if (type === 'role') await page.getByTestId('roleprint-text').waitFor()
    },
    field: (name) => page.getByTestId(`field-${name}`),
    async view(name) {
      await page.getByRole('tab', {name, exact: true}).last().click()
    },
    async menu(name) {
      await page.getByTestId('action-menu-button').first().click()
      await page.getByRole('menuitem', {name}).click()
    },
    async restartLake() {
      await lake.close()
      lake = await startLake({dataDir, port, studio: built})
    },
    async close() {
      await browser.close()
      await lake.close()
      rmSync(dataDir, {recursive: true, force: true})
    },
  }
}
