import {datasetFindings} from '../../checks.ts'
import {fetchRole, type Source} from '../../index.ts'
import type {CheckCommand} from '../command-type.ts'
import {exitCodes} from '../failures.ts'
import {printable} from '../printable.ts'
import {allDocuments} from './all-documents.ts'
import {report} from './report.ts'

/**
 * Checks all documents, or one role with what it is made of. Errors are something about the content, warnings are not. Throws
 * `RoleNotFoundError`, and `SourceError` where the documents cannot be asked for.
 */
export async function check(source: Source, {slug, perspective, json}: CheckCommand) {
  const documents = await allDocuments(source, perspective)
  const checked = datasetFindings(documents, {slug})
  // Says which slugs there are that look like this one.
  if (slug !== undefined && checked.documents.length === 0) await fetchRole(source, slug, {perspective})
  const hasErrors = checked.findings.some(({severity}) => severity === 'error')
  const stdout = json ? `${JSON.stringify(checked.findings, null, 2)}\n` : report(checked)
  return {stdout: printable(stdout), exitCode: hasErrors ? exitCodes.content : exitCodes.ok}
}
