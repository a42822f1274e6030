import {cpSync, existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {run} from './support/command.ts'
import {copyOf, examples, projects} from './support/example.ts'
import {takeRoleprintFrom} from './support/lock.ts'

// npm cannot lock a package that is not published yet: it locks the tarball, and the lock is made to name the version.
const folder = mkdtempSync(join(tmpdir(), 'roleprint-locks-'))
await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], join(examples, '..'))
for (const {name, folder: project} of projects) {
  const copy = copyOf(name)
  const lock = join(copy.folder, 'package-lock.json')
  if (existsSync(lock)) takeRoleprintFrom(copy.folder, `file:${join(folder, 'roleprint-0.1.0.tgz')}`)
  await run('npm', ['install', '--package-lock-only', join(folder, 'roleprint-0.1.0.tgz')], copy.folder)
  takeRoleprintFrom(copy.folder, '0.1.0')
  cpSync(lock, join(project, 'package-lock.json'))
  copy.remove()
}
rmSync(folder, {recursive: true})
