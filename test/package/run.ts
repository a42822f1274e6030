import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {check, expectNone, summary} from './check.ts'
import {install, run} from './command.ts'
import {compile, createConsumer, installedPackages, resolutions} from './consumer.ts'
import {areTheTypesWrong, publintMessages} from './linters.ts'
import {expectSame, onNode, printedByWorkerd, runtimePackages, writePrograms} from './runtimes.ts'
import {filesIn, pack, telltalePaths, unexpectedFiles} from './tarball.ts'

const compilers = ['5.9.3', '6.0.3', '7.0.2']
const oldestNode = '22.23.3'
const mostPackages = 40

const folder = mkdtempSync(join(tmpdir(), 'roleprint-package-'))
const {tarball, unpacked} = await pack(folder)
const files = filesIn(unpacked)

await check('the tarball holds what it should, and nothing else', () => {
  expectNone(unexpectedFiles(files))
  return `${files.length} files`
})
await check('no file tells where it was made', () => expectNone(telltalePaths(unpacked, files)))
await check('publint --strict finds nothing', async () => expectNone(await publintMessages(tarball)))
await check('attw --profile esm-only finds nothing', async () => void (await areTheTypesWrong(tarball)))

const consumer = join(folder, 'consumer')
await check('it installs into an empty folder', () => createConsumer(consumer, tarball))
await check(`it brings at most ${mostPackages} packages`, () => {
  const {names} = installedPackages(consumer)
  if (names.length > mostPackages) throw new Error(`${names.length}: ${names.join(', ')}`)
  return `${names.length}`
})
await check('those of Sanity once each', () => {
  const {names} = installedPackages(consumer)
  expectNone(names.filter((name, index) => name.startsWith('@sanity/') && names.indexOf(name) < index))
})
await check('none of them runs a script at install', () => expectNone(installedPackages(consumer).withScript))
// A project in TypeScript has these; they are no part of what the tarball brings.
await install(['--save-dev', '@types/node@24.19.2'], consumer)

for (const version of compilers) {
  const compiler = await otherProject(`typescript@${version}`)
  for (const resolution of Object.keys(resolutions) as (keyof typeof resolutions)[]) {
    await check(`a strict program compiles with TypeScript ${version}, ${resolution}`, () =>
      compile(consumer, compiler, resolution),
    )
  }
}

const nodes = {
  [oldestNode]: join(await otherProject(`node@${oldestNode}`), 'node_modules/.bin/node'),
  [process.versions.node]: process.execPath,
}
for (const [version, node] of Object.entries(nodes)) {
  await check(`the program runs on Node ${version}`, async () => {
    return (await run(node, ['program.js'], {cwd: consumer, node})).trim()
  })
  for (const [args, expected] of [
    [['--help'], /usage/i],
    [['list'], /machine-learning-engineer/],
    [['render', 'machine-learning-engineer'], /^# Machine Learning Engineer/],
  ] as const) {
    await check(`npx roleprint ${args.join(' ')} works on Node ${version}`, async () => {
      const output = await run('npx', ['--no-install', 'roleprint', ...args], {cwd: consumer, node})
      if (!expected.test(output)) throw new Error(`It prints:\n${output.slice(0, 500)}`)
    })
  }
}

// The packages that hold these programs are built for one kind of computer.
if (process.platform === 'linux' && process.arch === 'x64') {
  const content = files.filter((file) => file.endsWith('.ndjson'))
  writePrograms(
    consumer,
    content.map((file) => ({file, text: readFileSync(join(unpacked, file), 'utf8')})),
  )
  const expected = await onNode(consumer, 'print.js')
  const [bun, deno, workerd] = await Promise.all([programOf('bun'), programOf('deno'), programOf('workerd')])
  await check('Bun prints the same as Node', async () =>
    expectSame(await run(bun, ['print.js'], {cwd: consumer}), expected),
  )
  await check('Deno prints the same as Node', async () =>
    expectSame(await run(deno, ['run', '--allow-all', '--no-lock', 'print.js'], {cwd: consumer}), expected),
  )
  await check('workerd prints the same as Node', async () =>
    expectSame(await printedByWorkerd(workerd, consumer), expected),
  )
  await check('Bun starts a lake, which answers', async () => {
    const [counted, others] = [await run(bun, ['count.js'], {cwd: consumer}), await onNode(consumer, 'count.js')]
    return `${expectSame(counted, others) && counted.trim()} roles`
  })
}

console.log(summary())
rmSync(folder, {recursive: true})

async function programOf(name: keyof typeof runtimePackages): Promise<string> {
  const {specifier, program} = runtimePackages[name]
  return join(await otherProject(specifier), 'node_modules', program)
}

/** A folder with one package in it. */
async function otherProject(specifier: string): Promise<string> {
  const project = join(folder, specifier)
  mkdirSync(project, {recursive: true})
  writeFileSync(join(project, 'package.json'), JSON.stringify({private: true, allowScripts: {node: true}}))
  await install([specifier], project)
  return project
}
