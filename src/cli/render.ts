import {dirname, join} from 'node:path'
import {fetchRole, fetchRoles, RoleNotFoundError, roleIssues, type Source} from '../index.ts'
import type {RenderCommand} from './command-type.ts'
import {DraftOnlyError} from './failures.ts'
import {printAs} from './formats.ts'
import {assertOneLanguage} from './language.ts'
import {printable, printableLine} from './printable.ts'
import {shippedFile} from './shipped-file.ts'
import {checkPlace, writeWhole} from './write-file.ts'

/** Prints one role: its text, or the file it was written to, and what is to be mended about it. */
export async function render(source: Source, command: RenderCommand): Promise<{stdout: string; stderr: string}> {
  const {slug, language, perspective, format, level, out} = command
  const role = await fetchRole(source, slug, {perspective, language}).catch((error: unknown) =>
    hintAtDraft(error, source, command),
  )
  if (language === undefined) await assertOneLanguage(source, slug, perspective)
  const text = printAs(format, role, level)
  const warnings = roleIssues(role).map(
    ({path, documentId, message}) => `Warning: ${path}${documentId ? ` (document ${documentId})` : ''} ${message}`,
  )
  if (out === null) return {stdout: text, stderr: lines(warnings)}

  const files = [{path: out, text}]
  if (format === 'page') {
    for (const name of ['roleprint.css', 'roleprint.js'] as const) {
      files.push({path: join(dirname(out), name), text: await shippedFile(name)})
    }
  }
  for (const {path} of files) await checkPlace(path)
  for (const file of files) await writeWhole(file.path, file.text)
  return {stdout: '', stderr: lines([...warnings, `Wrote ${files.map(({path}) => printableLine(path)).join(', ')}.`])}
}

/** A role that is not there may be one that is still being written. */
async function hintAtDraft(
  error: unknown,
  source: Source,
  {slug, language, perspective}: RenderCommand,
): Promise<never> {
  if (error instanceof RoleNotFoundError && perspective === 'published') {
    const drafts = await fetchRoles(source, {perspective: 'drafts'})
    if (drafts.some((draft) => draft.slug === slug && (language === undefined || draft.language === language))) {
      throw new DraftOnlyError(`The role "${slug}" is not published yet. Add --perspective drafts to see it.`)
    }
  }
  throw error
}

const lines = (texts: string[]): string => texts.map((text) => `${printable(text)}\n`).join('')
