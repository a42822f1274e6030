import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {build} from 'esbuild'
import {afterAll, describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/helpers.md'), 'utf8')
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({language, text}))
const [setup] = blocks
const entries = {roleprint: join(root, 'src/index.ts'), 'roleprint/local': join(root, 'src/local.ts')}

// Inside the checkout, where the packages are.
const folder = mkdtempSync(join(root, 'test/.helpers-'))
afterAll(() => rmSync(folder, {recursive: true}))

const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, {cwd: folder, encoding: 'utf8', stdio: 'pipe'})

async function run(code: string): Promise<string> {
  await build({
    stdin: {contents: code, resolveDir: folder, loader: 'tsx'},
    ...{bundle: true, format: 'esm', platform: 'node', packages: 'external', jsx: 'automatic', logLevel: 'silent'},
    alias: entries,
    outfile: join(folder, 'block.mjs'),
  })
  return node('block.mjs')
}

describe('the page about helpers', () => {
  const shown = blocks.flatMap(({language, text}, index) =>
    blocks[index + 1]?.language === 'text' ? [{language, text, output: blocks[index + 1]?.text}] : [],
  )

  it.each(shown)('shows what is printed: $text', async ({text, output}) => {
    expect(shown).toHaveLength(3)
    expect(await run(`${setup?.text}\n${text}`)).toBe(output)
  })

  it('shows three lines for React that print the page', async () => {
    const component = blocks.find(({language}) => language === 'tsx')?.text ?? ''
    expect(component.trim().split('\n')).toHaveLength(3)
    const html = await run(
      `${component}\nimport {renderToString} from 'react-dom/server'
      console.log(renderToString(<RolePage role={{title: 'Data & <Engineer>'} as RoleDraft} />))`,
    )
    expect(html).toMatch(/^<article>.*Data &amp; &lt;Engineer&gt;.*<\/article>\n$/s)
  })

  it('shows code that compiles', () => {
    blocks.forEach(({language, text}, index) => {
      if (language === 'text') return
      const before = index > 0 && shown.some((block) => block.text === text) ? setup?.text : ''
      writeFileSync(join(folder, `block-${index}.${language}`), `${before}\n${text}\nexport {}\n`)
    })
    const compilerOptions = {
      ...{
        strict: true,
        noEmit: true,
        target: 'es2024',
        module: 'esnext',
        moduleResolution: 'bundler',
        skipLibCheck: true,
      },
      ...{types: ['node'], jsx: 'react-jsx', allowImportingTsExtensions: true},
      paths: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]])),
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, include: ['*.ts', '*.tsx']}))
    // What the compiler says is on its standard output.
    const said = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder])
    expect(String(said.stdout)).toBe('')
  })
})
