import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text)

// Inside the checkout, so that `roleprint` is the package a reader has built.
const folder = mkdtempSync(join(root, 'test/.readme-'))
afterAll(() => rmSync(folder, {recursive: true}))

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, {cwd: folder, encoding: 'utf8', stdio: 'pipe'})

describe('the README', () => {
  it('shows a few lines that print what it says', () => {
    const [code = ''] = blocks('ts')
    const [output = ''] = blocks('markdown')
    writeFileSync(join(folder, 'first.mjs'), code)
    expect(node('first.mjs')).toBe(`${output}\n`)
    expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10)
  })

  it('shows code that compiles, each block after what stands before it', () => {
    const given = [
      "import type {Role} from 'roleprint'",
      'declare global {',
      '  function sanityFetch(question: {query: string; params: object}): Promise<unknown>',
      '  const role: Role',
      "  const page: ReturnType<typeof import('roleprint').rolePage>",
      '}',
    ]
    writeFileSync(join(folder, 'given.ts'), given.join('\n'))
    for (const [index, code] of blocks('ts').entries()) {
      writeFileSync(join(folder, `block-${index}.ts`), `${code}\nexport {}\n`)
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          module: 'nodenext',
          target: 'es2024',
          types: ['node'],
          skipLibCheck: true,
        },
        include: ['*.ts'],
      }),
    )
    expect(() => node(join(root, 'node_modules/typescript/bin/tsc'), '-p', folder)).not.toThrow()
  })

  it('shows code that runs without a network', () => {
    copyFileSync(join(root, 'content/roles.ndjson'), join(folder, 'dataset.ndjson'))
    const code = blocks('ts').find((block) => block.includes('dataset.ndjson'))
    writeFileSync(join(folder, 'local.mjs'), `${code}\nconsole.log(roles.length)\n`)
    expect(Number(node('local.mjs'))).toBeGreaterThan(8)
    const look = blocks('ts').find((block) => block.includes('idPrefix'))
    const setup = "import {fetchRole, rolePage} from 'roleprint'\nimport {localSource} from 'roleprint/local'\n"
    const page =
      "const page = rolePage(await fetchRole(localSource([{_id: 'x', _type: 'role', slug: {current: 'x'}}]), 'x', {perspective: 'drafts'}))\n"
    writeFileSync(join(folder, 'look.mjs'), `${setup}${page}${look}\nconsole.log(html)\n`)
    expect(node('look.mjs')).toContain('<h2>Untitled role Job Description Template</h2>')
  })

  it('shows how to compare two versions, which it does', () => {
    const code = blocks('ts').find((block) => block.includes('diffRole')) ?? ''
    const source = [
      "import {readdirSync, readFileSync} from 'node:fs'",
      "import {localSource, parseNdjsonFiles} from 'roleprint/local'",
      `const folder = ${JSON.stringify(join(root, 'content'))}`,
      "const texts = readdirSync(folder).filter((file) => file.endsWith('.ndjson'))",
      "const client = localSource(parseNdjsonFiles(texts.map((file) => ({file, text: readFileSync(folder + '/' + file, 'utf8')}))))",
    ].join('\n')
    const ours = code.replace(/const client = createClient\([\s\S]*?\}\)\n/, `${source}\n`)
    expect(ours).not.toBe(code)
    writeFileSync(
      join(folder, 'compare.mjs'),
      `${ours}\nconsole.log(changes, roles.length, documentIds.length, paths)\n`,
    )
    expect(node('compare.mjs')).toMatch(/[Cc]hanged|[Aa]dded[\s\S]*\/roles\/seo-specialist/)
  })

  it('shows commands that run', () => {
    const commands = blocks('sh')
      .join('')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter(
        (line) =>
          line.startsWith('npx roleprint ') &&
          !/ serve$| start$| preview$| lake$|\.roleprint|dataset\.ndjson|backup/.test(line),
      )
    expect(commands).toHaveLength(10)
    for (const command of commands) {
      node(join(root, 'dist/cli.js'), ...command.split(' ').slice(2))
    }
    expect(readFileSync(join(folder, 'role.html'), 'utf8')).toMatch(/^<!doctype html>/i)
  })

  it('shows the config of a Studio that the example builds', () => {
    const [code = ''] = blocks('js')
    const example = readFileSync(join(root, 'examples/existing-studio/sanity.config.ts'), 'utf8')
    const lines = code.split('\n').filter((line) => line.trim() !== '' && !line.includes('projectId'))
    expect(lines.length).toBeGreaterThan(5)
    // The example has a document type of its own besides.
    for (const line of lines) expect(example.replace(', defineField, defineType}', '}')).toContain(line)
  })

  it('shows commands for a lake that do what they say', async () => {
    const [block = ''] = blocks('sh').filter((text) => text.includes('roleprint lake'))
    const [start, ...others] = block
      .split('\n')
      .flatMap((line) => /^npx roleprint ([^#]+)/.exec(line)?.[1]?.trim() ?? [])
    expect(start).toBe('lake')
    expect(others).toHaveLength(3)
    writeFileSync(join(folder, 'dataset.ndjson'), '{"_id":"x","_type":"skill","name":"X"}\n')
    const lake = spawn(process.execPath, [join(root, 'dist/cli.js'), 'lake', '--port', '0'], {cwd: folder})
    await once(lake.stdout, 'data')
    try {
      const [list, ...rest] = others.map((command) => node(join(root, 'dist/cli.js'), ...command.split(' ')))
      expect(list).toContain('machine-learning-engineer')
      expect(rest).toEqual(['', ''])
      expect(readFileSync(join(folder, 'backup/data.ndjson'), 'utf8')).toContain('"_id":"x"')
    } finally {
      lake.kill()
      await once(lake, 'exit')
    }
  })

  it('shows a lake of a few lines that runs', () => {
    const code = blocks('ts').find((block) => block.includes('startLake'))
    writeFileSync(join(folder, 'lake.mjs'), `${code}\nconsole.log(roles.length)\n`)
    expect(node('lake.mjs')).toBe('0\n')
  })
})
