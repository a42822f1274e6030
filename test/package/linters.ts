import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import {run} from './command.ts'
import {checkout} from './tarball.ts'

/** What publint has to say about a tarball. */
export async function publintMessages(tarball: string): Promise<string[]> {
  const {buffer, byteOffset, byteLength} = readFileSync(tarball)
  const {messages, pkg} = await publint({
    strict: true,
    pack: {tarball: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer},
  })
  return messages.map((message) => `${message.type}: ${formatMessage(message, pkg, {color: false}) ?? message.code}`)
}

// A style sheet and a page script are linked to, not imported.
const notModules = ['roleprint.css', 'roleprint-compare.css', 'roleprint.js']

/** Throws what Are The Types Wrong has to say about a tarball. */
export const areTheTypesWrong = (tarball: string): Promise<string> =>
  run(
    join(checkout, 'node_modules/.bin/attw'),
    [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...notModules, '--format', 'ascii', '--no-emoji'],
    {cwd: checkout},
  )
