import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {examples, projects} from './support/example.ts'
import {type Lock, readJson, roleprintInLock} from './support/lock.ts'

interface Manifest {
  version: string
  dependencies: Record<string, string>
  devDependencies?: Record<string, string>
}

const roleprint = readJson<Manifest>(join(examples, '../package.json'))

describe.each(projects)('the lock of $name', ({folder}) => {
  const lock = readJson<Lock>(join(folder, 'package-lock.json'))

  it('locks roleprint as it is now (else: npx node test/examples/write-locks.ts)', () => {
    const {version, dependencies} = lock.packages[roleprintInLock] ?? {}
    expect({version, dependencies}).toEqual({version: roleprint.version, dependencies: roleprint.dependencies})
  })

  it('names no place that packages come from', () => {
    expect(Object.entries(lock.packages).filter(([, {resolved}]) => resolved !== undefined)).toEqual([])
  })

  it('belongs to a package.json with exact versions', () => {
    const {dependencies, devDependencies} = readJson<Manifest>(join(folder, 'package.json'))
    expect(dependencies.roleprint).toBe(roleprint.version)
    for (const version of Object.values({...dependencies, ...devDependencies}))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
