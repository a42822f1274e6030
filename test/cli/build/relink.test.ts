import {mkdir, readdir, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, deadLinksIn, nurse, roleNamed, shared, tree} from './support.ts'

const linking = {...nurse, relatedRoles: [{_key: 'a', _type: 'reference', _ref: 'role-midwife'}]}
const midwife = roleNamed('midwife')
const unfinished = {...midwife, summary: null}
const page = 'roles/nurse/index.html'
const link = ' href="../midwife/index.html"'

let out: string
beforeEach(async () => {
  out = join(await temporaryFolder(), 'site')
})

async function built(...documents: object[]) {
  const outcome = await build(await contentFile([...documents, ...shared]), out)
  const site = await tree(out)
  expect(deadLinksIn(site)).toEqual([])
  return {...outcome, text: site[page] ?? ''}
}

describe('a link to a role', () => {
  test('is there where the role has a page', async () => {
    expect((await built(linking, midwife)).text).toContain(link)
  })

  test('that cannot be built is its title alone, and comes back with it', async () => {
    const first = await built(linking, unfinished)
    expect(first).toMatchObject({exitCode: 1})
    expect(first.stdout).toContain('1 written')
    expect(first.text).not.toContain(link)
    expect(first.text).toContain('midwife')
    expect((await built(linking, unfinished)).stdout).toContain('0 written, 1 unchanged')
    const mended = await built(linking, midwife)
    expect(mended.text).toContain(link)
    expect(mended.stdout).toContain('2 written')
  })

  test('whose earlier page stays leads there', async () => {
    await built(linking, midwife)
    const again = await built({...linking, title: 'Head Nurse'}, unfinished)
    expect(again.text).toContain(link)
    expect(again.text).toContain('Head Nurse')
  })
})

describe('where only what that role shares was mended', () => {
  const skill = {_id: 'skill-other', _type: 'skill', name: 'Other', statement: 'Another one.'}
  const nameless = {...skill, name: null}
  const other = {...midwife, mustHaveSkills: [{_key: 's1', skill: {_ref: 'skill-other'}}]}

  test('the link comes back', async () => {
    expect((await built(linking, other, nameless)).text).not.toContain(link)
    expect((await built(linking, other, skill)).text).toContain(link)
  })

  test('it comes back also if the build without it was cut off', async () => {
    await built(linking, other, nameless)
    // As it is when all is printed, and nothing is in its place yet.
    const own = join(out, '.roleprint-build')
    const manifest = await readFile(join(own, 'manifest.ndjson'), 'utf8')
    expect(manifest).toContain('"unlinked":["role-midwife"]')
    await mkdir(join(own, 'staging'))
    await rename(join(own, 'manifest.ndjson'), join(own, 'staging/journal.ndjson'))
    await rename(join(out, 'roles/nurse'), join(own, 'staging/nurse'))
    for (const name of await readdir(out)) {
      if (name !== '.roleprint-build') await rm(join(out, name), {recursive: true})
    }
    expect((await built(linking, other, skill)).text).toContain(link)
  })
})
