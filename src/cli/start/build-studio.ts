import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {FileError} from '../failures.ts'
import type {Progress} from '../progress.ts'
import {commandIn} from './command.ts'
import {fingerprint} from './studio-folder.ts'

/** The embedded lake is what an empty name stands for, whatever the Studio's own `.env.local` says. */
const embedded = {
  ...{SANITY_STUDIO_PROJECT_ID: '', SANITY_STUDIO_DATASET: '', SANITY_STUDIO_PREVIEW_URL: ''},
  CI: 'true',
}

/**
 * Makes a Studio ready to be served, and gives its folder. Installing takes a minute or two, building a few seconds;
 * what is done already is left out, and two starts do not do it at once. Throws `FileError` with the last words of the
 * program that failed.
 */
export async function buildStudio(studio: string, progress: Progress, signal: AbortSignal): Promise<string> {
  const release = await claim(join(studio, '.roleprint-building'), progress, signal)
  try {
    return await build(studio, progress, signal)
  } finally {
    release()
  }
}

async function build(studio: string, progress: Progress, signal: AbortSignal): Promise<string> {
  const run = commandIn(studio, {env: embedded, progress, signal})
  const lock = knownAs(join(studio, 'package-lock.json'))
  if (lock === null) throw new FileError(`The Studio cannot be installed: ${studio} has no package-lock.json.`)
  if (knownAs(join(studio, 'node_modules', '.roleprint')) !== lock) {
    await run('Installing the Studio', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'])
    writeFileSync(join(studio, 'node_modules', '.roleprint'), lock)
  }
  const built = join(studio, 'dist')
  const name = fingerprint(studio)
  if (knownAs(join(built, '.roleprint')) !== name) {
    // Half a build must not pass for a whole one.
    rmSync(join(built, '.roleprint'), {force: true})
    await run('Building the Studio', 'npm', ['run', '--silent', 'build'])
    writeFileSync(join(built, '.roleprint'), name)
  }
  return built
}

const betweenLooks = 500

/** Waits until no other process makes the Studio, and keeps others from it until what it gives is called. */
async function claim(folder: string, progress: Progress, signal: AbortSignal): Promise<() => void> {
  const holder = join(folder, 'pid')
  let wasUnnamed = false
  for (;;) {
    try {
      mkdirSync(folder)
      writeFileSync(holder, String(process.pid))
      return () => rmSync(folder, {recursive: true, force: true})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const pid = Number(knownAs(holder))
    // A folder that has just been made has no name in it yet.
    if (pid > 0 ? !lives(pid) : wasUnnamed) {
      takeAway(folder)
      wasUnnamed = false
      continue
    }
    wasUnnamed = pid <= 0
    progress('Waiting for another start that is making the Studio')
    await setTimeout(betweenLooks, undefined, {signal})
  }
}

/** Renaming works for one of several that try at once. */
function takeAway(folder: string): void {
  const aside = `${folder}-${process.pid}`
  try {
    renameSync(folder, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  rmSync(aside, {recursive: true, force: true})
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const knownAs = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null)
