import {SourceError} from '../../index.ts'
import {referencesIn} from '../../lake/index.ts'
import {NdjsonError, type NdjsonFault, type NdjsonLine, readNdjsonFiles} from '../../local.ts'
import type {LoadCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {ContentError, FileError} from '../failures.ts'
import {readFiles} from '../files.ts'
import type {Progress} from '../progress.ts'
import {filesNamedIn, withUploads} from './assets.ts'
import {faultsOf, idsThere} from './checked.ts'
import type {Connection} from './connect.ts'
import {leftWeak} from './left-weak.ts'
import {writeAll} from './write-all.ts'

/**
 * Loads NDJSON files into a dataset. Everything is checked before the first write. Throws `NdjsonError` with every faulty
 * line, `ContentError` where documents are there already, and `SourceError` where the dataset cannot be asked.
 */
export async function load({client}: Connection, command: LoadCommand, progress: Progress) {
  const files = (await Promise.all(command.paths.map(readFiles))).flat()
  const read = readNdjsonFiles(files)
  const targets = read.lines.flatMap(({document}) => [...referencesIn(document)].map(({id}) => id))
  const own = read.lines.map(({document}) => document._id)
  const there = await asking(() => idsThere(client, [...new Set([...own, ...targets])]))
  const {lines, faults} = command.allowFailing ? sound(read, there) : read
  const found = command.allowFailing ? faults : [...faults, ...faultsOf(lines, (id) => there.has(id))]
  if (found.length > 0 && !command.allowFailing) throw new NdjsonError(inOrder(found))
  assertNew(lines, there, command)

  const written = lines.filter(({document}) => command.existing !== 'keep' || !there.has(document._id))
  const documents = await asking(() => leftWeak(client, lines, there, command.existing === 'keep'))
  const mended = documents.length
  for (const line of written) {
    const hasFiles = !filesNamedIn(line.document).next().done
    documents.push(hasFiles ? await asking(() => withUploads(line, client)) : line.document)
  }
  await asking(() => writeAll(client, documents, there, progress))
  const skipped = found
    .map(({file, line, column, message}) => `Left out ${file}:${line}:${column}: ${message}\n`)
    .join('')
  const kept = lines.length - written.length - mended
  const keptText = kept > 0 ? ` ${counted(kept, 'document')} already there: left as before.` : ''
  const mendedText = mended > 0 ? ` ${counted(mended, 'document')} of a load that was cut off: finished.` : ''
  const loaded = counted(documents.length - mended, 'document')
  return {stdout: '', stderr: `${skipped}Loaded ${loaded}.${mendedText}${keptText}\n`}
}

/** The lines that can be written. Leaving one out may leave another without what it refers to. */
function sound({lines, faults}: {lines: NdjsonLine[]; faults: NdjsonFault[]}, there: ReadonlySet<string>) {
  const more = faultsOf(lines, (id) => there.has(id))
  if (more.length === 0) return {lines, faults: inOrder(faults)}
  const bad = new Set(more.map(({file, line}) => `${file}:${line}`))
  return sound(
    {lines: lines.filter(({file, line}) => !bad.has(`${file}:${line}`)), faults: [...faults, ...more]},
    there,
  )
}

const inOrder = (faults: readonly NdjsonFault[]): NdjsonFault[] =>
  faults.toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line)

function assertNew(lines: readonly NdjsonLine[], there: ReadonlySet<string>, {existing}: LoadCommand): void {
  const known = lines.filter(({document}) => there.has(document._id))
  if (existing !== 'fail' || known.length === 0) return
  throw new ContentError(
    `${counted(known.length, 'document')} of these files can be found in the dataset already, "${known[0]?.document._id}" for one. ` +
      'Nothing was written. Add --replace to write over them, or --missing to leave them as they are.',
  )
}

async function asking<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (cause) {
    // What is no fault of a file is one of the way to the lake: a refusal, a line that broke off, a time-out.
    if (cause instanceof FileError || !(cause instanceof Error)) throw cause
    throw new SourceError(cause.message, {cause})
  }
}
