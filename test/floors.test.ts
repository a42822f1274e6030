import {globSync, readFileSync} from 'node:fs'
import {dirname, relative, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '..')
const floors = [
  'disk',
  'loopback',
  'overlays',
  'dataset',
  'errors.ts',
  'text',
  'model',
  'locale',
  'queries',
  'queries.ts',
  'sanity-queries.ts',
  'source',
  'page',
  'render',
  'checks',
  'diff',
  'share',
  'live',
  'preview',
  'index.ts',
  'local.ts',
  'checks.ts',
  'theme.ts',
  'share.ts',
  'preview.ts',
  'lake',
  'cli',
]

interface Import {
  from: string
  to: string
}

const imports: Import[] = globSync('{src,schemas}/**/*.ts', {cwd: root}).flatMap((file) =>
  [...readFileSync(resolve(root, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), path)),
  })),
)

const floorOf = (file: string): number => floors.indexOf(file.split('/')[1] ?? '')

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(100)
    expect(imports.filter(({from}) => from.startsWith('src/') && floorOf(from) === -1)).toEqual([])
  })

  it('lead down, never up', () => {
    const up = imports.filter(
      ({from, to}) => from.startsWith('src/') && to.startsWith('src/') && floorOf(to) > floorOf(from),
    )
    expect(up).toEqual([])
  })

  it('of the schemas lead to the vocabulary only', () => {
    const others = imports.filter(
      ({from, to}) => from.startsWith('schemas/') && !to.startsWith('schemas/') && to !== 'src/model/vocabulary.ts',
    )
    expect(others).toEqual([])
  })

  it('lead to the schemas from the checks only', () => {
    const others = imports.filter(
      ({from, to}) => from.startsWith('src/') && to.startsWith('schemas/') && !from.startsWith('src/checks/'),
    )
    expect(others).toEqual([])
  })

  it('of the lake lead to documents, hosts and the disk only: it knows nothing of roles', () => {
    const allowed = /^src\/(lake|dataset|loopback|disk)\//
    const others = imports.filter(({from, to}) => from.startsWith('src/lake/') && !allowed.test(to))
    expect(others).toEqual([])
  })

  it('of the command line lead to the public entries', () => {
    const inner = imports.filter(
      ({from, to}) =>
        from.startsWith('src/cli/') &&
        to.startsWith('src/') &&
        floorOf(to) < floorOf('src/index.ts') &&
        !/^src\/(loopback|disk)\//.test(to),
    )
    expect(inner).toEqual([])
  })
})
