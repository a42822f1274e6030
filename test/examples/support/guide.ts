import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'

const docs = resolve(import.meta.dirname, '../../../docs')
const names = /^(?:\/\/|<!--) (\S+?)(?: -->| —.*)?$/

/** Writes each block of a guide that begins by naming a file into that file, and gives back their names. */
export function follow(guide: string, folder: string, change: (code: string) => string = (code) => code): string[] {
  const text = readFileSync(join(docs, guide), 'utf8')
  return [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].flatMap(([, block = '']) => {
    const [first = '', ...rest] = block.split('\n')
    const file = names.exec(first)?.[1]
    if (file === undefined) return []
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    writeFileSync(join(folder, file), change(rest.join('\n')))
    return [file]
  })
}

/** The first block that holds this, for those a guide describes in words ("goes into …"). */
export function blockWith(guide: string, part: string): string {
  const text = readFileSync(join(docs, guide), 'utf8')
  const block = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].find(([, code = '']) => code.includes(part))?.[1]
  if (block === undefined) throw new Error(`${guide} has no block with ${part}`)
  return block
}

/** The guides ask Sanity itself; a test asks a lake on this computer. */
export const askingLake =
  (url: string) =>
  (code: string): string =>
    code.replace('  useCdn: false,\n', `  useCdn: false,\n  apiHost: '${url}',\n  useProjectHostname: false,\n`)
