import {spawnSync} from 'node:child_process'
import {chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {type Lake, startLake} from '../../src/lake/index.ts'
import {storeVersion} from '../../src/lake/store/schema.ts'
import {bearer} from './support/guarded.ts'

const stored = new URL('./stored/', import.meta.url).pathname
const versions = readdirSync(stored).filter((name) => name.startsWith('version-'))

/** A folder of that version, to be opened. */
function copyOf(version: string): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'roleprint-stored-'))
  onTestFinished(() => rmSync(dataDir, {recursive: true}))
  copyFileSync(join(stored, version, 'lake.db'), join(dataDir, 'lake.db'))
  chmodSync(join(dataDir, 'lake.db'), 0o600)
  return dataDir
}

async function opened(dataDir: string): Promise<Lake> {
  const lake = await startLake({dataDir, port: 0})
  onTestFinished(() => lake.close())
  return lake
}

const lines = async (lake: Lake, path: string) => {
  const answer = await fetch(`${lake.url}/v2025-02-19${path}`, {headers: bearer(lake)})
  expect(answer.status).toBe(200)
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** All there is in a folder of version 1, as `stored/make.ts` wrote it. */
async function expectWhole(lake: Lake): Promise<void> {
  const documents = await lines(lake, '/data/export/production')
  expect(documents.map(({_id, title, statement}) => [_id, title ?? statement])).toEqual([
    ['skill-knots', 'Ties knots in the dark.'],
    ['role-sailor', 'Sailor'],
    ['drafts.role-sailor', 'Able Seaman'],
    [expect.stringMatching(/^image-[0-9a-f]{40}-1x1-png$/), undefined],
  ])
  const history = await lines(lake, '/data/history/production/transactions/skill-knots,skill-gone')
  expect(history.map(({effects}) => Object.keys(effects))).toEqual([
    ...[['skill-knots'], ['skill-knots'], ['skill-knots'], ['skill-knots']],
    ...[['skill-gone'], ['skill-gone']],
  ])
  const [first] = await lines(lake, `/data/history/production/documents/skill-knots?revision=${history[0].id}`)
  expect(first.documents[0].statement).toBe('Ties a bowline with one hand.')
  const image = documents.at(-1)
  const bytes = await (await fetch(`${lake.url}/${image.path}`)).bytes()
  expect([bytes.length, image.size]).toEqual([70, 70])
}

test('there is a folder of every version before this one', () => {
  expect(versions).toEqual(Array.from({length: storeVersion - 1}, (_, index) => `version-${index + 1}`))
})

test.each(versions)('a folder of %s opens, nothing of it lost, and a copy of it stays', async (version) => {
  const dataDir = copyOf(version)
  await expectWhole(await opened(dataDir))
  const copy = join(dataDir, `lake.db.${version}`)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  const db = new DatabaseSync(copy, {readOnly: true})
  expect(db.prepare('PRAGMA user_version').get()).toEqual({user_version: Number(version.split('-')[1])})
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'})
  db.close()
  // The copy is a folder of that version again.
  const restored = mkdtempSync(join(tmpdir(), 'roleprint-restored-'))
  onTestFinished(() => rmSync(restored, {recursive: true}))
  copyFileSync(copy, join(restored, 'lake.db'))
  await expectWhole(await opened(restored))
})

test.each(versions)('a folder of %s is the old or the new one, wherever its migration is cut off', async (version) => {
  const program = new URL('./support/killed-at.ts', import.meta.url).pathname
  let wasMigrated = false
  for (let moment = 1; ; moment += 1) {
    const dataDir = copyOf(version)
    const {signal, status, stderr} = spawnSync(process.execPath, [program, dataDir, String(moment)], {encoding: 'utf8'})
    if (signal === null) {
      expect([status, stderr]).toEqual([0, ''])
      break
    }
    wasMigrated ||= existsSync(join(dataDir, `lake.db.${version}`))
    const lake = await startLake({dataDir, port: 0})
    await expectWhole(lake)
    await lake.close()
    expect(existsSync(join(dataDir, `lake.db.${version}`))).toBe(true)
  }
  expect(wasMigrated).toBe(true)
})

test('the command that starts a lake says where the data is kept as it was, once', async () => {
  const dataDir = copyOf('version-1')
  const start = async () => {
    const {stderr, close} = await run(['lake', '--data', dataDir, '--port', '0'], {})
    await close?.()
    return stderr
  }
  expect(await start()).toBe(
    `The data was of an earlier version. It is up to date now, and kept as it was in ${join(dataDir, 'lake.db.version-1')}.\n`,
  )
  expect(await start()).toBe('')
})

test('a folder of a version to come is left as it is, and told to be of one', async () => {
  const dataDir = copyOf('version-1')
  const db = new DatabaseSync(join(dataDir, 'lake.db'))
  db.exec('PRAGMA user_version=99')
  db.close()
  await expect(startLake({dataDir, port: 0})).rejects.toThrow(
    /version 99.*Its data is as it was. Use a newer roleprint/,
  )
})

test.each(versions)('a folder of %s that somebody went back to and worked in is copied again', async (version) => {
  const dataDir = copyOf(version)
  await (await opened(dataDir)).close()
  copyFileSync(join(stored, version, 'lake.db'), join(dataDir, 'lake.db'))
  const db = new DatabaseSync(join(dataDir, 'lake.db'))
  db.exec("INSERT INTO facts VALUES ('preference:later', '1')")
  db.close()
  await (await opened(dataDir)).close()
  expect(readdirSync(dataDir).filter((name) => name.startsWith(`lake.db.${version}`))).toHaveLength(2)
})
