import {execFile} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'

const studio = resolve(import.meta.dirname, '../../studio')
const npm = (...args: string[]) => promisify(execFile)('npm', ['run', '--silent', ...args], {cwd: studio})
const types = () => readFileSync(join(studio, 'query.types.ts'), 'utf8')

describe('the types of our queries', () => {
  it('are those that Sanity’s TypeGen writes from the Studio’s schema', async () => {
    const kept = types()
    await npm('schema')
    await npm('typegen')
    expect(types()).toBe(kept)
  })

  it('fit what our shapes promise, and the plugin compiles', async () => {
    await npm('types')
  })
})
