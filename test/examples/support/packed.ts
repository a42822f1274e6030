import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'
import {pack} from '../../package/tarball.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed package. */
    tarball: string
  }
}

/** Builds and packs the package once for all examples. `ROLEPRINT_TARBALL` names one that is there already. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'roleprint-packed-'))
  project.provide('tarball', process.env.ROLEPRINT_TARBALL || (await pack(folder)).tarball)
  return () => rmSync(folder, {recursive: true, force: true})
}
