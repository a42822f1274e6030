import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {fetchRole, fetchRoles, roleUrl} from '../../src/index.ts'
import type {Lake} from '../../src/lake/index.ts'
import {sampleSource} from '../content.ts'
import {run} from './support/command.ts'
import {copyOf, installIn, type StarterName} from './support/example.ts'
import {askingLake, blockWith, follow} from './support/guide.ts'
import {sampleLake} from './support/lake.ts'
import {type Server, serve} from './support/serve.ts'

const secret = 'a secret of thirty letters or so'

interface Guide {
  name: StarterName
  /** Does what the guide says, in a copy of what the starter makes. */
  apply(folder: string, lake: Lake): Record<string, string>
  server: string
}

const guides: Guide[] = [
  {
    name: 'nuxt',
    apply(folder, lake) {
      const files = follow('nuxt.md', folder, askingLake(lake.url))
      expect(files).toContain('app/pages/roles/[slug].vue')
      return {
        NUXT_SANITY_API_READ_TOKEN: lake.token,
        NUXT_DRAFT_SECRET: secret,
        NUXT_WEBHOOK_SECRET: secret,
        NUXT_PUBLIC_SANITY_PROJECT_ID: lake.project,
        NUXT_PUBLIC_SANITY_DATASET: lake.dataset,
      }
    },
    server: '.output/server/index.mjs',
  },
  {
    name: 'sveltekit',
    apply(folder, lake) {
      const files = follow('sveltekit.md', folder, askingLake(lake.url))
      expect(files).toContain('src/routes/roles/[slug]/+page.server.js')
      writeFileSync(join(folder, 'src/routes/+layout.svelte'), blockWith('sveltekit.md', 'let {children}'))
      const shell = join(folder, 'src/app.html')
      const html = readFileSync(shell, 'utf8')
      writeFileSync(shell, html.replace('lang="en"', 'lang="%lang%"').replace('<body ', '<body class="roleprint" '))
      const values = {
        PUBLIC_SANITY_PROJECT_ID: lake.project,
        PUBLIC_SANITY_DATASET: lake.dataset,
        PUBLIC_SANITY_STUDIO_URL: 'http://localhost:3333',
        SANITY_API_READ_TOKEN: lake.token,
        DRAFT_SECRET: secret,
        WEBHOOK_SECRET: secret,
      }
      const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`)
      writeFileSync(join(folder, '.env'), lines.join(''))
      return {}
    },
    server: 'build/index.js',
  },
]

describe.each(guides)('the guide for $name, on what its starter makes', ({name, apply, server}) => {
  const project = copyOf(name)
  let lake: Lake
  let site: Server

  beforeAll(async () => {
    lake = await sampleLake()
    const values = apply(project.folder, lake)
    await installIn(project.folder, inject('tarball'))
    await run('npm', ['run', 'build'], project.folder)
    const launch = join(project.folder, 'launch.mjs')
    // A server of these takes its port and its settings from the environment.
    writeFileSync(
      launch,
      `Object.assign(process.env, ${JSON.stringify(values)}, {PORT: process.argv[2], HOST: '127.0.0.1'})\nawait import('./${server}')\n`,
    )
    site = await serve(project.folder, launch, (port) => [String(port)])
  })
  afterAll(async () => {
    await site?.stop()
    await lake?.close()
    project.remove()
  })

  it('prints each role in its language, with its canonical address', async () => {
    for (const {slug} of await fetchRoles(sampleSource)) {
      const role = await fetchRole(sampleSource, slug)
      const answer = await fetch(`${site.origin}/roles/${slug}`)
      const html = await answer.text()
      expect(answer.status, `${slug}: ${site.log()}`).toBe(200)
      expect(/<html[^>]* lang="([^"]*)"/.exec(html)?.[1], slug).toBe(role.language)
      expect(html).toContain(`<link rel="canonical" href="${roleUrl(role)}"`)
      expect(html).toContain('application/ld+json')
    }
  })

  it('says that there is no such role, with 404', async () => {
    const answer = await fetch(`${site.origin}/roles/nobody`, {headers: {accept: 'text/html'}})
    const html = await answer.text()
    expect(answer.status).toBe(404)
    expect(html).toContain('There is no such role.')
    expect(html).not.toContain('Server Error')
  })
})
