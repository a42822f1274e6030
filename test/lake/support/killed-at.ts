import {DatabaseSync} from 'node:sqlite'
import {openDatabase} from '../../../src/lake/store/open.ts'

/** Opens the store of a folder, and dies as from a power cut before its `moment`-th call of SQLite: `node killed-at.ts DIR 3`. */
const [dataDir = '', moment] = process.argv.slice(2)
let calls = 0
for (const name of ['exec', 'prepare', 'close'] as const) {
  const usual = DatabaseSync.prototype[name] as (...values: unknown[]) => unknown
  Object.assign(DatabaseSync.prototype, {
    [name](this: DatabaseSync, ...values: unknown[]) {
      calls += 1
      if (calls === Number(moment)) process.kill(process.pid, 'SIGKILL')
      return usual.apply(this, values)
    },
  })
}
openDatabase(dataDir).close()
