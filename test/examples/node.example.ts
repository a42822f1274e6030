import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {fetchRole, fetchRoles, jobDescription, toMarkdown} from '../../src/index.ts'
import type {Lake} from '../../src/lake/index.ts'
import {sampleSource} from '../content.ts'
import {run} from './support/command.ts'
import {copyOf, fillEnvironment, installIn} from './support/example.ts'
import {sampleLake} from './support/lake.ts'

describe('examples/node', () => {
  const example = copyOf('node')
  let lake: Lake

  beforeAll(async () => {
    lake = await sampleLake()
    fillEnvironment(example.folder, '.env', {
      SANITY_PROJECT_ID: lake.project,
      SANITY_DATASET: lake.dataset,
      SANITY_API_HOST: lake.url,
    })
    await installIn(example.folder, inject('tarball'))
  })
  afterAll(async () => {
    await lake?.close()
    example.remove()
  })

  it('writes the job description of every role, word for word', async () => {
    const printed = await run('npm', ['run', 'write'], example.folder)
    const written = join(example.folder, 'job-descriptions')
    const roles = await fetchRoles(sampleSource)
    expect(readdirSync(written).sort()).toEqual(roles.map(({slug}) => `${slug}.md`).sort())
    for (const {slug, title} of roles) {
      const expected = toMarkdown(jobDescription(await fetchRole(sampleSource, slug)))
      expect(readFileSync(join(written, `${slug}.md`), 'utf8')).toBe(expected)
      expect(printed).toContain(`job-descriptions/${slug}.md: ${title}`)
    }
  })
})
