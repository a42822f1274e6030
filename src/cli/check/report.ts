import type {DatasetFindings, Finding} from '../../checks.ts'
import type {StoredDocument} from '../../local.ts'
import {counted} from '../counted.ts'
import {printableLine} from '../printable.ts'

/** The findings under the document each is about, and a last line that counts them. */
export function report({findings, documents}: DatasetFindings): string {
  const byDocument = Map.groupBy(findings, ({documentId}) => documentId)
  const groups = documents.flatMap((document) => {
    const own = byDocument.get(document._id)
    return own ? [{document, findings: own}] : []
  })
  const texts = groups.map((group) => [nameOf(group.document), ...group.findings.map(lineOf), ''])
  const lines = [
    ...texts.flat(),
    summary(
      findings,
      documents,
      groups.map(({document}) => document),
    ),
  ]
  return lines.map((line) => `${printableLine(line)}\n`).join('')
}

const lineOf = ({severity, place, message, id}: Finding): string =>
  `  ${severity.padEnd(7)}  ${place ? `${place}: ` : ''}${message} (${id})`

/** A role by its slug, as in its address; another document by what it is, how it begins, and its id. */
function nameOf({_id, _type, slug, title, name, statement}: StoredDocument): string {
  const current = typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : null
  if (_type === 'role' && typeof current === 'string' && current.trim()) return current
  const begins = [title, name, statement].find((text) => typeof text === 'string' && text.trim() !== '')
  return [wordFor(_type), ...(begins ? [`“${cut(String(begins))}”`] : []), `(${_id})`].join(' ')
}

const wordFor = (type: string): string =>
  ({kpi: 'KPI', siteSettings: 'site settings', role: 'role without a slug'})[type] ?? type

const cut = (text: string): string => (text.length <= 50 ? text : `${text.slice(0, 50).trimEnd()}…`)

function summary(findings: Finding[], documents: StoredDocument[], withFindings: StoredDocument[]): string {
  const all = parted(documents)
  if (findings.length === 0) return `Nothing to mend in ${counts(all, all)}.`
  const errors = findings.filter(({severity}) => severity === 'error').length
  return `${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')} in ${counts(parted(withFindings), all)}.`
}

interface Parts {
  roles: number
  others: number
}

const parted = (documents: StoredDocument[]): Parts => {
  const roles = documents.filter(({_type}) => _type === 'role').length
  return {roles, others: documents.length - roles}
}

/** "3 of 15 roles and 1 of 306 shared documents"; "15 roles" where all are meant. None is left out. */
function counts(some: Parts, all: Parts): string {
  const part = (few: number, many: number, noun: string) =>
    few === 0 ? [] : [few === many ? counted(many, noun) : `${few.toLocaleString('en')} of ${counted(many, noun)}`]
  return [...part(some.roles, all.roles, 'role'), ...part(some.others, all.others, 'shared document')].join(' and ')
}
