import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {build, deadLinksIn, differing, nurse, roleNamed, shared, tree} from './support.ts'

type Documents = Record<string, object | null>

const names = ['nurse', 'midwife', 'doctor', 'eng'] as const
const [responsibility, skill] = shared as [object, object]
const settings = (rolesPath: string, siteUrl: string | null) => ({
  _id: 'siteSettings',
  _type: 'siteSettings',
  rolesPath,
  siteUrl,
})

const start: Documents = {
  ...Object.fromEntries(names.map((name) => [`role-${name}`, roleNamed(name)])),
  ...{responsibility, skill, settings: settings('/roles', 'https://example.com')},
}

const name = fc.constantFrom(...names)
const related = (to: string) => [{_key: 'a', _type: 'reference', _ref: `role-${to}`}]

/** What an editor may do between two builds: to one role, to what it shares, or to the site. */
const edit: fc.Arbitrary<Documents> = fc.oneof(
  fc.tuple(name, name).map(([id, slug]) => ({[`role-${id}`]: roleNamed(slug, {_id: `role-${id}`})})),
  fc.tuple(name, name).map(([id, to]) => ({[`role-${id}`]: roleNamed(id, {relatedRoles: related(to)})})),
  name.map((id) => ({[`role-${id}`]: null})),
  name.map((id) => ({[`role-${id}`]: roleNamed(id, {summary: null})})),
  name.map((id) => ({[`role-${id}`]: roleNamed(id, {title: `Head ${id}`})})),
  fc.constantFrom('A calm voice.', 'No hurry.').map((statement) => ({skill: {...skill, statement}})),
  fc.constantFrom(null, skill).map((each) => ({skill: each})),
  fc
    .tuple(fc.constantFrom('/roles', '/roles/eng', '/jobs'), fc.constantFrom('https://example.com', null))
    .map(([path, url]) => ({settings: settings(path, url)})),
)

test('a site that was built again and again is the one that is built at once', {timeout: 600_000}, async () => {
  expect(nurse._id).toBe('role-nurse')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 6}),
      async (steps) => {
        const folder = await temporaryFolder()
        let documents = start
        for (const [index, edits] of [[], ...steps].entries()) {
          documents = Object.assign({...documents}, ...edits)
          const content = await contentFile(Object.values(documents).filter((each) => each !== null))
          const [again, fresh] = [join(folder, 'again'), join(folder, `fresh-${index}`)]
          await build(content, again, '--stale', 'drop', '--require-min', '0')
          await build(content, fresh)
          const site = await tree(again)
          expect(differing(site, await tree(fresh))).toEqual([])
          expect(deadLinksIn(site)).toEqual([])
        }
      },
    ),
    {numRuns: Number(process.env.RUNS ?? 10)},
  )
})
