import {diffRole, diffToHTML, diffToMarkdown, diffToText, type RoleDiff, type Source} from '../../index.ts'
import type {DiffCommand, DiffFormat} from '../command-type.ts'
import {assertOneLanguage} from '../language.ts'
import {printableLine} from '../printable.ts'
import {checkPlace, writeWhole} from '../write-file.ts'
import {emptyReleases, type Places, placesOf, versionsOf} from './versions.ts'

const formats: Record<DiffFormat, (diff: RoleDiff) => string> = {
  text: diffToText,
  markdown: diffToMarkdown,
  html: (diff) => `${diffToHTML(diff)}\n`,
}

/**
 * Prints what changes from one version of a role to the other, or writes it to a file. Throws as `versionsOf` does, and
 * `FileError`.
 */
export async function diff(source: Source, command: DiffCommand): Promise<{stdout: string; stderr: string}> {
  const places = await placesOf(source, command)
  const {slug, language} = command
  if (language === undefined) await assertOneLanguage(places.to.source, slug, places.to.perspective)
  const {before, after} = await versionsOf(slug, places, language)
  const found = diffRole(before, after)
  const hints = found.sections.length === 0 ? await releaseHints(places) : ''
  const text = formats[command.format](found)
  if (command.out === null) return {stdout: text, stderr: hints}
  await checkPlace(command.out)
  await writeWhole(command.out, text)
  return {stdout: '', stderr: `${hints}Wrote ${printableLine(command.out)}.\n`}
}

/** A release that is misspelled changes nothing. */
export async function releaseHints({from, to}: Places): Promise<string> {
  const names = new Set([...(await emptyReleases(from)), ...(await emptyReleases(to))])
  return [...names]
    .map((name) => `Warning: the release "${name}" holds no document. Check how it is written.\n`)
    .join('')
}
