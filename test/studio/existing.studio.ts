import {execFile} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type OpenStudio, openStudio} from './support/studio.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

describe('a Studio that was there before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roleprint-existing-'))
  const studio = join(folder, 'studio')
  const env = {...process.env, PATH: `${join(studio, 'node_modules/node/bin')}${delimiter}${process.env.PATH}`}
  const npm = (...args: string[]) => run('npm', args, {cwd: studio, env, maxBuffer: 50_000_000})

  beforeAll(async () => {
    cpSync(join(root, 'examples/existing-studio'), studio, {
      recursive: true,
      filter: (path) => !/node_modules/.test(path),
    })
    const {stdout} = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {cwd: root})
    const [{filename}] = JSON.parse(stdout)
    await npm('install', '--no-audit', '--no-fund', '--loglevel=error', join(folder, filename))
  }, 600_000)
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  it('takes the plugin by one line', () => {
    const config = readFileSync(join(studio, 'sanity.config.ts'), 'utf8')
    expect(config.match(/roleprint/gi)).toHaveLength(3)
    expect(config).toContain('plugins: [structureTool(), roleprintStudio()]')
  })

  it('compiles', async () => {
    await run(join(studio, 'node_modules/.bin/tsc'), ['--noEmit'], {cwd: studio, env})
  })

  it.each(['@sanity/ui', 'styled-components', 'react'])('has one %s', async (name) => {
    const {stdout} = await npm('ls', name, '--all', '--parseable')
    const places = stdout.split('\n').filter((line) => line.endsWith(`/node_modules/${name}`))
    expect(places).toHaveLength(1)
  })

  describe('built and opened', () => {
    let open: OpenStudio
    beforeAll(async () => {
      // It has a project of its own; here it asks the lake that serves it.
      const file = join(studio, 'sanity.config.ts')
      const config = readFileSync(file, 'utf8')
        .replace('{roleprintStudio}', '{embeddedLake, roleprintStudio}')
        .replace("dataset: 'production',", "dataset: 'production', ...embeddedLake(),")
      writeFileSync(file, config)
      await npm('run', 'build')
      open = await openStudio({built: join(studio, 'dist'), first: 'Article'})
    }, 300_000)
    afterAll(async () => open.close())

    it('has its own lists, and the tool “Roles” beside them', async () => {
      await open.page.getByRole('link', {name: 'Roles', exact: true}).click()
      await open.page.getByText('Changed since published').waitFor()
      await open.page.getByText('Library').waitFor()
    })

    it('has the views and the actions', async () => {
      await open.page.getByText('All roles').click()
      await open.page.getByText('Data Engineer', {exact: true}).click()
      await open.page.getByTestId('roleprint-text').getByText('Data Engineer — Job Description').waitFor()
      await open.view('Changes')
      await open.page.getByTestId('roleprint-changes').waitFor()
      await open.page.getByTestId('action-menu-button').first().click()
      await open.page.getByRole('menuitem', {name: 'Copy job description'}).waitFor()
      expect(open.uncaught).toEqual([])
    })
  })
})
