import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import program from '../../../package.json' with {type: 'json'}
import {datasetFindings} from '../../checks.ts'
import {diffRole, type Finding, type RoleDraft, type Source, SourceError} from '../../index.ts'
import {shareFile} from '../../share.ts'
import {allDocuments} from '../check/all-documents.ts'
import type {ShareCommand} from '../command-type.ts'
import {counted} from '../counted.ts'
import {assertOneLanguage} from '../language.ts'
import {printableLine} from '../printable.ts'
import {checkPlace, writeWhole} from '../write-file.ts'
import {releaseHints} from './diff.ts'
import {type Place, placesOf, type Versions, versionsOf} from './versions.ts'

/**
 * Writes one HTML file for a reviewer, and says where it is and what it holds. Throws as `versionsOf` does, and
 * `FileError`.
 */
export async function share(source: Source, command: ShareCommand): Promise<{stdout: string; stderr: string}> {
  const places = await placesOf(source, command)
  const {slug, language} = command
  if (language === undefined) await assertOneLanguage(places.to.source, slug, places.to.perspective)
  const versions = await versionsOf(slug, places, language)
  const findings = await findingsIn(versions.after, places.to)
  const path = command.out ?? fileName(command.slug)
  await checkPlace(path)
  const isThere = existsSync(path)
  const html = shareFile({
    ...versions,
    findings,
    ...names(command),
    madeOn: new Date(),
    madeBy: `roleprint ${program.version}`,
  })
  await writeWhole(path, html)
  const {changes, sections} = countsOf(versions)
  const hints = changes === 0 ? await releaseHints(places) : ''
  const unchecked =
    findings === null && versions.after
      ? 'Warning: the documents could not be read for the checks, which are left out.\n'
      : ''
  return {
    stdout: '',
    stderr: `${hints}${unchecked}${isThere ? 'Replaced' : 'Wrote'} ${printableLine(path)}: ${contentsOf(versions, changes, sections, findings)}.\n`,
  }
}

/** Two exports are told apart by their names; in one place a perspective says enough. */
function names({origin, against, from, to}: ShareCommand): {from: string; to: string} {
  if (against === null || origin.kind !== 'files') return {from, to}
  const withPlace = (path: string, perspective: string) =>
    perspective === 'published' ? path : `${path} (${perspective})`
  // No more of a path than tells the two apart: the file may leave the house.
  const depth = endOf(origin.path, 1) === endOf(against, 1) ? 2 : 1
  return {from: withPlace(endOf(origin.path, depth), from), to: withPlace(endOf(against, depth), to)}
}

const endOf = (path: string, depth: number): string =>
  path.split(/[/\\]/).filter(Boolean).slice(-depth).join('/') || path

const longestName = 80

/**
 * The slug as a name that any computer takes, and that leads nowhere else. Where letters are lost, a few of its digest
 * keep it from being the name of another role's file.
 */
function fileName(slug: string): string {
  const safe = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '')
  const digest = createHash('sha256').update(slug).digest('hex').slice(0, 8)
  return safe === slug ? `${safe}-review.html` : `${safe || 'role'}-${digest}-review.html`
}

/** What the checks say of the version after; `null` where they cannot say anything. */
async function findingsIn(after: RoleDraft | null, {source, perspective}: Place): Promise<Finding[] | null> {
  if (!after?.slug) return null
  try {
    return datasetFindings(await allDocuments(source, perspective), {slug: after.slug}).findings
  } catch (error) {
    if (error instanceof SourceError) return null
    throw error
  }
}

function countsOf({before, after}: Versions): {changes: number; sections: number} {
  const {sections} = diffRole(before, after)
  return {
    changes: sections.reduce((sum, {changes}) => sum + changes.length, 0),
    sections: new Set(sections.map(({name}) => name)).size,
  }
}

function contentsOf({before, after}: Versions, changes: number, sections: number, findings: Finding[] | null): string {
  const what = !before
    ? 'a new role'
    : !after
      ? 'a role that is to go'
      : changes === 0
        ? 'nothing printed changes'
        : `${counted(changes, 'change')} in ${counted(sections, 'section')}`
  const errors = findings?.filter(({severity}) => severity === 'error').length ?? 0
  const found =
    findings === null
      ? []
      : [
          findings.length === 0
            ? 'nothing to mend'
            : `${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')}`,
        ]
  return [what, ...found, 'both versions side by side'].join('; ')
}
