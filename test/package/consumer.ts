import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {install, run} from './command.ts'
import {consumerProgram} from './consumer-program.ts'

// For a bundler; Node cannot run it. TypeScript asks what such an import brings from version 6 on.
const styleImports = ['roleprint.css', 'roleprint-compare.css', 'roleprint.js']
  .map((name) => `import 'roleprint/${name}'\n`)
  .join('')

/** A project of somebody who installs the tarball, and nothing else but the types of Node. */
export async function createConsumer(folder: string, tarball: string): Promise<void> {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module'}))
  writeFileSync(join(folder, 'program.ts'), consumerProgram)
  writeFileSync(join(folder, 'styles.ts'), styleImports)
  await install([tarball], folder)
}

export const resolutions = {
  nodenext: {module: 'nodenext', moduleResolution: 'nodenext'},
  bundler: {module: 'esnext', moduleResolution: 'bundler'},
} as const

/** Compiles the consumer's program as strictly as can be. Throws what the compiler says. */
export async function compile(folder: string, compiler: string, resolution: keyof typeof resolutions): Promise<void> {
  const project = join(folder, `tsconfig.${resolution}.json`)
  const compilerOptions = {
    ...resolutions[resolution],
    target: 'es2022',
    lib: ['es2023', 'dom'],
    types: ['node'],
    outDir: '.',
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noUncheckedSideEffectImports: true,
  }
  writeFileSync(project, JSON.stringify({compilerOptions, files: ['program.ts', 'styles.ts']}))
  await run(process.execPath, [join(compiler, 'node_modules/typescript/bin/tsc'), '-p', project], {cwd: folder})
}

interface Lock {
  packages: Record<string, {hasInstallScript?: boolean; dev?: boolean}>
}

/** The packages that come along with the tarball, itself included, and those of them that run a script at install. */
export function installedPackages(folder: string): {names: string[]; withScript: string[]} {
  const {packages} = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock
  const entries = Object.entries(packages).filter(([path, {dev}]) => path !== '' && !dev)
  const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return {
    names: entries.map(([path]) => nameOf(path)),
    withScript: entries.filter(([, {hasInstallScript}]) => hasInstallScript).map(([path]) => nameOf(path)),
  }
}
