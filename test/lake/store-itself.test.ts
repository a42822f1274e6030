import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {StoreError} from '../../src/lake/store/check.ts'
import {lockFolder} from '../../src/lake/store/lock.ts'
import {inMemory, openDatabase} from '../../src/lake/store/open.ts'
import {Store} from '../../src/lake/store/store.ts'
import {modeOf, newFolder} from './support/folder.ts'

const timestamp = '2030-01-01T00:00:00.000Z'

/** Writes one version of a document. */
function write(store: Store, id: string, after: string | null): number {
  const changes = [{documentId: id, before: store.body(id), after, links: []}]
  return store.commit({id: `tx-${store.seq + 1}`, author: 'local', timestamp, changes})
}

/** A store in memory, and the database below it. */
function storeInMemory() {
  const db = openDatabase(inMemory)
  const store = new Store(db)
  onTestFinished(() => store.close())
  write(store, 'a', '"first"')
  write(store, 'a', '"second"')
  return {db, store}
}

describe('a store that cannot be written', () => {
  test('writes nothing of a transaction, says why, and goes on when it can be written again', () => {
    const {db, store} = storeInMemory()
    db.exec('PRAGMA query_only=ON')
    const refusal = expect.objectContaining({
      status: 507,
      message: expect.stringMatching(/^Nothing was written: .*readonly/),
    })
    expect(() => write(store, 'a', '"third"')).toThrow(refusal)
    expect(() => store.keepFile('x', {type: 'text/plain', bytes: Buffer.from('x')})).toThrow(refusal)
    expect([store.seq, store.body('a'), store.file('x')]).toEqual([2, '"second"', null])
    db.exec('PRAGMA query_only=OFF')
    expect(write(store, 'a', '"third"')).toBe(3)
    expect(store.transactionsAfter(2, 10)[0]?.changes).toEqual([
      {documentId: 'a', before: '"second"', after: '"third"'},
    ])
  })

  test.each([
    ['by the store', 'ABORT'],
    ['by SQLite itself', 'ROLLBACK'],
  ])('takes back, %s, the first change of a transaction of which the second one fails', (_, how) => {
    const {db, store} = storeInMemory()
    const fails = `SELECT RAISE(${how}, 'full')`
    db.exec(`CREATE TRIGGER full BEFORE INSERT ON changes WHEN NEW.document = 'z' BEGIN ${fails}; END`)
    const [one, two] = ['b', 'z'].map((documentId) => ({documentId, before: null, after: '"new"', links: ['a']}))
    const order = {id: 'both', author: 'local', timestamp}
    expect(() => store.commit({...order, changes: [one, two] as never})).toThrow('Nothing was written: full')
    expect([store.has('b'), store.hasTransaction('both'), store.referrers('a')]).toEqual([false, false, []])
    expect(write(store, 'b', '"later"')).toBe(3)
  })
})

test('an older version that is not as it was written is not handed out, and the others are', () => {
  const {db, store} = storeInMemory()
  write(store, 'a', null)
  expect([store.bodyAt('a', {seq: 1}), store.lastBody('a')]).toEqual(['"first"', '"second"'])
  db.exec('UPDATE changes SET body = \'"forged"\' WHERE change = 1')
  const refusal = expect.objectContaining({status: 500, message: 'An older version of "a" is not as it was written.'})
  expect(() => store.bodyAt('a', {seq: 1})).toThrow(refusal)
  expect(() => store.transactionsAfter(0, 10)).toThrow(refusal)
  expect(() => store.transactionsAfter(1, 10)).toThrow(refusal)
  expect([store.bodyAt('a', {seq: 2}), store.transactionsAfter(2, 10)[0]?.seq]).toEqual(['"second"', 3])
})

test('now is never before the latest transaction, whatever the clock says', () => {
  const {store} = storeInMemory()
  expect(store.now()).toBe(timestamp)
  vi.useFakeTimers({now: Date.parse('2031-05-05'), toFake: ['Date']})
  onTestFinished(() => void vi.useRealTimers())
  expect(store.now()).toBe('2031-05-05T00:00:00.000Z')
})

describe('a folder', () => {
  const refusalOf = (dataDir: string) => {
    try {
      lockFolder(dataDir)()
    } catch (error) {
      expect(error).toBeInstanceOf(StoreError)
      return (error as StoreError).message
    }
    throw new Error('The folder was expected to be refused, and was locked.')
  }

  test('is made for one alone, kept out of a repository, and given back', () => {
    const dataDir = newFolder()
    const release = lockFolder(dataDir)
    expect(readFileSync(join(dataDir, '.gitignore'), 'utf8')).toBe('*\n')
    expect([modeOf(dataDir), modeOf(join(dataDir, 'lock'))]).toEqual(['700', '600'])
    expect(refusalOf(dataDir)).toMatch(/is in use\. Another lake runs on this data/)
    release()
    lockFolder(dataDir)()
  })

  test('with something else in it is refused, but not what a first start has left behind', () => {
    const dataDir = newFolder()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'token'), '')
    lockFolder(dataDir)()
    writeFileSync(join(dataDir, 'notes.txt'), '')
    expect(refusalOf(dataDir)).toMatch(/is no lake, and it is not empty \(notes\.txt\)\. Choose a new folder/)
    writeFileSync(join(dataDir, 'lake.db'), '')
    lockFolder(dataDir)()
  })

  test('that is a link, a file, or cannot be made is refused in words of its own', () => {
    const dataDir = newFolder()
    symlinkSync(tmpdir(), dataDir)
    expect(refusalOf(dataDir)).toMatch(/is a link\. Name the folder itself/)
    rmSync(dataDir)
    writeFileSync(dataDir, '')
    expect(refusalOf(dataDir)).toMatch(/cannot be used: it is a file, not a folder/)
    expect(refusalOf(join(dataDir, 'below'))).toMatch(/cannot be used: it is a file, not a folder/)
    expect(refusalOf(join(tmpdir(), 'x'.repeat(300)))).toMatch(/cannot be used \(ENAMETOOLONG\)\. Check --data/)
  })

  test.each([
    ['link', (lock: string) => symlinkSync(join(lock, '../elsewhere'), lock)],
    ['folder', (lock: string) => void mkdirSync(lock)],
  ])('with a %s in place of its lock is refused, and nothing is made elsewhere', (_, make) => {
    const dataDir = newFolder()
    mkdirSync(dataDir)
    make(join(dataDir, 'lock'))
    expect(refusalOf(dataDir)).toMatch(/lock is a link or no file/)
    expect(readdirSync(dataDir)).toEqual(['lock'])
  })
})

describe('a store on the disk is opened', () => {
  function changed(sql: string): string {
    const dataDir = mkdtempSync(join(tmpdir(), 'lake-test-'))
    onTestFinished(() => rmSync(dataDir, {recursive: true, force: true}))
    const store = new Store(openDatabase(dataDir))
    write(store, 'a', '"first"')
    write(store, 'b', '"first"')
    write(store, 'a', '"second"')
    store.close()
    const db = new DatabaseSync(join(dataDir, 'lake.db'))
    db.exec(sql)
    db.close()
    return dataDir
  }

  test('where all that is current is as it was written', () => {
    const store = new Store(openDatabase(changed('SELECT 1')))
    expect([...store.bodies()]).toEqual(['"second"', '"first"'])
    store.close()
  })

  test.each([
    ['UPDATE changes SET body = \'"forged"\' WHERE change = 3', 'the document "a" is not as it was written'],
    ["UPDATE transactions SET author = 'mallory' WHERE seq = 2", 'transaction 2 is not as it was written'],
    ["DELETE FROM documents WHERE id = 'b'", 'the document "b" is not as it was written'],
    ["DELETE FROM changes WHERE document = 'b'", 'nothing is left of the document "b"'],
    ['CREATE TABLE more (x)', 'its tables are not as they were made'],
    ['PRAGMA application_id=7', 'it is no store of a lake'],
  ])('not after %s', (sql, reason) => {
    const dataDir = changed(sql)
    expect(() => openDatabase(dataDir)).toThrow(StoreError)
    expect(() => openDatabase(dataDir)).toThrow(`cannot be opened: ${reason}. The file was left as it is.`)
  })
})
