import type {TestProject} from 'vitest/node'
import {buildStudio} from '../../../src/cli/start/build-studio.ts'
import {studioFolder} from '../../../src/cli/start/studio-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    studio: string
  }
}

/** Installs and builds the Studio as `npm start` does. */
export default async function setup(project: TestProject): Promise<void> {
  const folder = studioFolder()
  if (!folder) throw new Error('There is no Studio beside the sources.')
  const progress = (text: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`)
  project.provide('studio', await buildStudio(folder, progress, new AbortController().signal))
}
