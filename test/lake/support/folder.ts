import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {clientOf, NotStarted, type ProcessOptions, startProcess} from '../../../bench/lake/lake-process.ts'

/** The path of a folder that is not there yet, for one test. */
export function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'lake-test-'))
  onTestFinished(() => rmSync(parent, {recursive: true, force: true}))
  return join(parent, 'data')
}

/** A lake in a process of its own, until the test is over. */
export async function runningLake(options: ProcessOptions) {
  const lake = await startProcess(options)
  onTestFinished(() => lake.kill())
  return {...lake, client: clientOf(lake)}
}

/** A folder with one document in it, of a lake that was ended properly. */
export async function endedLake(): Promise<string> {
  const dataDir = newFolder()
  const {client, end} = await runningLake({dataDir})
  await client.create({_id: 'kept', _type: 'thing'})
  await end()
  return dataDir
}

/** Why a lake does not start. */
export async function refusalOf(options: ProcessOptions): Promise<NotStarted> {
  try {
    const lake = await startProcess(options)
    await lake.kill()
  } catch (error) {
    if (error instanceof NotStarted) return error
    throw error
  }
  throw new Error('This lake was expected to be refused, and started.')
}

/** All files of a folder that hold something, as text to be compared. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')] as const)
      .filter(([name, text]) => text !== '' && !name.endsWith('-shm')),
  )

export const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)
