import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Progress} from '../lake/load.ts'
import {commandIn} from './command.ts'
import {fingerprint} from './studio-folder.ts'

/** The embedded lake is what an empty name stands for, whatever the Studio's own `.env.local` says. */
const embedded = {SANITY_STUDIO_PROJECT_ID: '', SANITY_STUDIO_DATASET: '', CI: 'true'}

/**
 * Makes a Studio ready to be served, and gives its folder. Installing takes a minute or two, building a few seconds;
 * what is done already is left out. Throws `FileError` with the last words of the program that failed.
 */
export async function buildStudio(studio: string, progress: Progress, signal: AbortSignal): Promise<string> {
  const run = commandIn(studio, {env: embedded, progress, signal})
  const lock = readFileSync(join(studio, 'package-lock.json'), 'utf8')
  if (knownAs(join(studio, 'node_modules', '.roleprint')) !== lock) {
    await run('Installing the Studio', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    writeFileSync(join(studio, 'node_modules', '.roleprint'), lock)
  }
  const built = join(studio, 'dist')
  const name = fingerprint(studio)
  if (knownAs(join(built, '.roleprint')) !== name) {
    await run('Building the Studio', 'npm', ['run', '--silent', 'build'])
    writeFileSync(join(built, '.roleprint'), name)
  }
  return built
}

const knownAs = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null)
