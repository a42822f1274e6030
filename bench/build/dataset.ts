/** Writes as many roles as are asked for, as NDJSON: `node bench/build/dataset.ts COUNT FOLDER [--bad 0.01]`. */
import {closeSync, mkdirSync, openSync, writeFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import type {StoredDocument} from '../../src/local.ts'
import type {Dice} from './dataset/dice.ts'
import {faultOf} from './dataset/faults.ts'
import {mostRoles, roleDocument, roleId} from './dataset/role.ts'
import {sharedDocuments} from './dataset/shared.ts'

/** A role that cannot be published, and why. */
export interface BadRole {
  id: string
  reason: string
}

export interface Dataset {
  file: string
  roles: number
  bad: BadRole[]
}

export interface DatasetOptions {
  /** The share of the roles that cannot be published, from 0 to 1. */
  bad?: number
}

/**
 * Writes `content.ndjson` into the folder, the same in every run: the site settings, some thousand shared documents and
 * the roles. Beside it, where some are bad, `bad.json` names them.
 */
export function writeDataset(folder: string, count: number, {bad: share = 0}: DatasetOptions = {}): Dataset {
  if (count > mostRoles) throw new RangeError(`There are words for ${mostRoles} roles.`)
  mkdirSync(folder, {recursive: true})
  const file = join(folder, 'content.ndjson')
  const bad: BadRole[] = []
  writeLines(file, documents(count, Math.round(count * share), bad))
  if (bad.length > 0) writeFileSync(join(folder, 'bad.json'), `${JSON.stringify(bad, null, 2)}\n`)
  return {file, roles: count, bad}
}

function* documents(count: number, badCount: number, bad: BadRole[]): Generator<StoredDocument> {
  yield* sharedDocuments()
  // Spread evenly; the first role is good unless all are bad.
  const badBefore = (index: number) => Math.floor((index * badCount) / count)
  const isBad = (index: number) => badBefore(index + 1) > badBefore(index)
  // Nobody links to a bad role: whoever does could not be published either.
  const relatives = (index: number) => (dice: Dice) =>
    dice.rolls(count, 2 + dice.roll(3)).filter((other) => other !== index && !isBad(other))
  for (let index = 0; index < count; index += 1) {
    const role = roleDocument(index, relatives(index))
    if (!isBad(index)) {
      yield role
      continue
    }
    const {reason, into} = faultOf(bad.length, badCount)
    bad.push({id: roleId(index), reason})
    yield into(role)
  }
}

const batch = 1 << 18

function writeLines(file: string, documents: Iterable<StoredDocument>): void {
  const target = openSync(file, 'w')
  try {
    let text = ''
    for (const document of documents) {
      text += `${JSON.stringify(document)}\n`
      if (text.length < batch) continue
      writeSync(target, text)
      text = ''
    }
    writeSync(target, text)
  } finally {
    closeSync(target)
  }
}

if (import.meta.main) {
  const {values, positionals} = parseArgs({allowPositionals: true, options: {bad: {type: 'string', default: '0'}}})
  const [count = '1000', folder = '.'] = positionals
  const {file, roles, bad} = writeDataset(folder, Number(count), {bad: Number(values.bad)})
  console.log(`${file}: ${roles} roles, ${bad.length} of them bad`)
}
