import {mkdirSync, rmSync} from 'node:fs'
import {createClient} from '@sanity/client'
import {startLake} from '../../../src/lake/index.ts'

/**
 * A data folder as this version of the lake stores it, kept in the repository before its tables change, so that later
 * versions prove that they open it: `npx node test/lake/stored/make.ts version-N`. Its token is thrown away.
 */
const [name = ''] = process.argv.slice(2)
const dataDir = new URL(`./${name}`, import.meta.url).pathname
mkdirSync(dataDir)

const skill = {_id: 'skill-knots', _type: 'skill', name: 'Knots', statement: 'Ties a bowline with one hand.'}
const role = {
  ...{_id: 'role-sailor', _type: 'role', title: 'Sailor', slug: {_type: 'slug', current: 'sailor'}},
  mustHaveSkills: [{_key: 'a', _type: 'skillRequirement', skill: {_type: 'reference', _ref: 'skill-knots'}}],
}
const lake = await startLake({dataDir, port: 0, seed: [skill, role]})
const client = createClient({
  ...{projectId: lake.project, dataset: lake.dataset, apiHost: lake.url, useProjectHostname: false},
  ...{apiVersion: '2025-02-19', useCdn: false, token: lake.token},
})
for (const statement of ['Ties a bowline.', 'Ties a bowline in the dark.', 'Ties knots in the dark.'])
  await client.patch('skill-knots', {set: {statement}}).commit()
await client.create({...role, _id: 'drafts.role-sailor', title: 'Able Seaman'})
await client.create({_id: 'skill-gone', _type: 'skill', name: 'Whaling'})
await client.delete('skill-gone')
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
await client.assets.upload('image', Buffer.from(pixel, 'base64'), {filename: 'pixel.png'})
await lake.close()
for (const rest of ['token', 'lock', 'address.json', '.gitignore']) rmSync(`${dataDir}/${rest}`, {force: true})
