import {readFileSync, writeFileSync} from 'node:fs'

/** Writes the content anew with one role changed: it works with somebody else from now on. */
export function editRole(file: string, id: string, edited: string): void {
  const text = readFileSync(file, 'utf8')
  const start = text.indexOf(`{"_id":"${id}",`)
  const end = text.indexOf('\n', start)
  if (start === -1) throw new Error(`There is no ${id} in ${file}.`)
  const role = JSON.parse(text.slice(start, end))
  const changed = {...role, _rev: 'a'.repeat(22), workingWith: 'Works with whoever asks first.'}
  writeFileSync(edited, `${text.slice(0, start)}${JSON.stringify(changed)}${text.slice(end)}`)
}
