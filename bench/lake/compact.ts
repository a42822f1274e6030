import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {compactLake, lockFolder} from '../../src/lake/index.ts'
import {openDatabase} from '../../src/lake/store/open.ts'
import {Store} from '../../src/lake/store/store.ts'

const day = 24 * 60 * 60 * 1000
const documents = 330
const days = 400
/** Every so many edits of a draft it is published, as by somebody who works in a Studio. */
const perPublish = 20

export interface CompactFigures {
  edits: number
  megabytes: {before: number; after: number; current: number; newest: number}
  /** Of the current documents and the revisions of the newest 30 days together: at most 3. */
  ratio: number
  /** Answers that a second process had meanwhile. */
  reads: {refused: number; right: number; wrong: number}
  /** What is not as it should be. */
  misses: string[]
}

/** Edits of drafts, published now and then, over 400 days of a clock that is moved; then the store is compacted. */
export async function compactProof({edits}: {edits: number}): Promise<CompactFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'roleprint-compact-'))
  try {
    const before = write(dataDir, edits)
    const reading = readMeanwhile(join(dataDir, 'lake.db'), documents)
    await reading.begun
    const {before: bytes, after, changes} = compactLake(dataDir)
    const reads = await reading.end()
    // What a lake does at its start: the whole file is checked.
    openDatabase(dataDir).close()
    const now = read(dataDir)
    const kept = before.current + before.newest
    const misses = [
      ...(now.bodies === before.bodies ? [] : ['documents differ']),
      ...(now.recent === before.recent ? [] : [`of ${before.recent} changes of 30 days, ${now.recent} are left`]),
      ...(now.publishedOfAYear === before.publishedOfAYear ? [] : ['published versions of the year are missing']),
      ...(changes > 0 ? [] : ['nothing was let go']),
      ...(after <= 3 * kept ? [] : [`${after} bytes are more than 3 times ${kept}`]),
      ...(reads.wrong === 0 ? [] : [`${reads.wrong} wrong answers`]),
    ]
    const megabytes = {before: mb(bytes), after: mb(after), current: mb(before.current), newest: mb(before.newest)}
    return {edits, megabytes, ratio: after / kept, reads, misses}
  } finally {
    rmSync(dataDir, {recursive: true})
  }
}

function write(dataDir: string, edits: number) {
  const release = lockFolder(dataDir)
  const store = new Store(openDatabase(dataDir))
  const start = Date.now() - days * day
  const at = (edit: number) => new Date(start + (edit / edits) * days * day).toISOString()
  const latest = new Map<string, string>()
  for (let edit = 0; edit < edits; edit += 1) {
    const id = `role-${edit % documents}`
    const round = Math.floor(edit / documents)
    const body = bodyOf(id, round, edit)
    const draft = {documentId: `drafts.${id}`, before: latest.get(`drafts.${id}`) ?? null, links: []}
    const isPublished = round % perPublish === 0
    const changes = isPublished
      ? [
          {documentId: id, before: latest.get(id) ?? null, after: body, links: []},
          ...(draft.before === null ? [] : [{...draft, after: null}]),
        ]
      : [{...draft, after: JSON.stringify({...JSON.parse(body), _id: draft.documentId})}]
    store.commit({id: `t${edit}`, author: 'local', timestamp: at(edit), changes})
    for (const {documentId, after} of changes) {
      if (after === null) latest.delete(documentId)
      else latest.set(documentId, after)
    }
  }
  store.close()
  release()
  return read(dataDir)
}

/** A role of some 6 KB, of which each edit changes a sentence. */
const bodyOf = (id: string, round: number, edit: number): string =>
  JSON.stringify({
    ...{_id: id, _type: 'role', _rev: `t${edit}`, title: id, workingWith: `Edited for the ${round}th time.`},
    sentences: Array.from({length: 60}, (_, index) => `${id} does the ${index}th thing, and tells others how it went.`),
  })

/** What a store holds, and how much of it is current or of the newest 30 days. */
function read(dataDir: string) {
  const db = new DatabaseSync(join(dataDir, 'lake.db'), {readOnly: true})
  const one = (sql: string, ...values: string[]) => Object.values(db.prepare(sql).get(...values) ?? {})[0]
  const newest = String(one('SELECT max(at) FROM transactions'))
  const since = (past: number) => new Date(Date.parse(newest) - past * day).toISOString()
  const changes = 'FROM changes JOIN transactions USING (seq) WHERE at >= ?'
  const found = {
    bodies: String(
      one('SELECT group_concat(body) FROM (SELECT body FROM documents JOIN changes USING (change) ORDER BY id)'),
    ),
    current: Number(one('SELECT sum(length(body)) FROM documents JOIN changes USING (change)')),
    newest: Number(one(`SELECT sum(length(body)) ${changes}`, since(30))),
    recent: Number(one(`SELECT count(*) ${changes}`, since(30))),
    publishedOfAYear: Number(one(`SELECT count(*) ${changes} AND document NOT GLOB 'drafts.*'`, since(365))),
  }
  db.close()
  return found
}

/** Another process that reads the file all the while: it may be refused, and must never be told anything else. */
function readMeanwhile(path: string, expected: number) {
  const program = `
    const {DatabaseSync} = require('node:sqlite')
    const told = {refused: 0, right: 0, wrong: 0}
    let isEnding = false
    process.on('message', () => { isEnding = true })
    const look = () => {
      try {
        const db = new DatabaseSync(process.argv[1], {readOnly: true})
        const {n} = db.prepare("SELECT count(*) AS n FROM documents WHERE id NOT GLOB 'drafts.*'").get()
        db.close()
        told[n === Number(process.argv[2]) ? 'right' : 'wrong'] += 1
      } catch (error) {
        told[/locked|busy/.test(error.message) ? 'refused' : 'wrong'] += 1
      }
      if (!isEnding) return setTimeout(look, 1)
      process.send(told, () => process.disconnect())
    }
    process.send('begun')
    look()`
  const child = spawn(process.execPath, ['--no-warnings', '-e', program, path, String(expected)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const next = () => new Promise<CompactFigures['reads']>((resolve) => child.once('message', resolve as () => void))
  const begun = next()
  return {
    begun,
    end: () => {
      const told = next()
      child.send('end')
      return told
    },
  }
}

const mb = (bytes: number): number => Math.round(bytes / 1e4) / 100

if (process.argv[1] === import.meta.filename) {
  const figures = await compactProof({edits: Number(process.argv[2] ?? 100_000)})
  console.log(JSON.stringify(figures, null, 2))
  if (figures.misses.length > 0) process.exitCode = 1
}
