import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roleprint-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

/** A file with these documents, one to a line. */
export async function contentFile(documents: readonly object[]): Promise<string> {
  const file = join(await temporaryFolder(), 'content.ndjson')
  await writeFile(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  return file
}

const paragraph = (text: string) => ({
  _key: 'p1',
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: 's1', _type: 'span', marks: [], text}],
})

/** A complete role, but for the two documents in `shared`. */
export const nurse = {
  _id: 'role-nurse',
  _type: 'role',
  _updatedAt: '2026-04-12T08:00:00Z',
  title: 'Nurse',
  slug: {_type: 'slug', current: 'nurse'},
  summary: [paragraph('A nurse looks after patients.')],
  responsibilities: [{_key: 'r1', _ref: 'responsibility-round'}],
  mustHaveSkills: [{_key: 's1', skill: {_ref: 'skill-calm'}}],
  levels: [{_key: 'l1', level: 'junior', minYears: 1, maxYears: 3, focus: ['Learn the ward.']}],
}

export const shared = [
  {_id: 'responsibility-round', _type: 'responsibility', statement: 'Visit each patient twice a day.'},
  {_id: 'skill-calm', _type: 'skill', name: 'Calm', statement: 'A calm voice in a hurry.'},
]

export const nurseDraft = {...nurse, _id: 'drafts.role-nurse', title: 'Head Nurse'}

/** Published, and yet without a summary. */
export const baker = {
  _id: 'role-baker',
  _type: 'role',
  _updatedAt: '2026-04-12T08:00:00Z',
  title: 'Baker',
  slug: {current: 'baker'},
  responsibilities: [],
  mustHaveSkills: [],
}
