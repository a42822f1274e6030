import type {Source} from '../index.ts'
import type {ListCommand} from './command-type.ts'
import {type ListedRole, listedRoles} from './listed-roles.ts'
import {printable, printableLine} from './printable.ts'

/** The roles as a table of aligned columns or as JSON. */
export async function list(source: Source, {perspective, json}: ListCommand) {
  const isDraftView = perspective === 'drafts'
  const roles = await listedRoles(source, perspective)
  const none = isDraftView
    ? 'There are no roles.\n'
    : 'No role is published. "--perspective drafts" shows what is being written.\n'
  return {stdout: json ? asJson(roles, isDraftView) : asTable(roles, isDraftView), stderr: roles.length > 0 ? '' : none}
}

function asJson(roles: ListedRole[], isDraftView: boolean): string {
  const entries = roles.map((role) => entry(role, isDraftView))
  return printable(`${JSON.stringify(entries, null, 2)}\n`)
}

function asTable(roles: ListedRole[], isDraftView: boolean): string {
  if (roles.length === 0) return ''
  const rows = roles.map((role) => [
    role.slug ?? '',
    role.title ?? '(no title)',
    role.language ?? '',
    ...(isDraftView ? [role.state] : []),
  ])
  return table([['SLUG', 'TITLE', 'LANGUAGE', ...(isDraftView ? ['STATE'] : [])], ...rows])
}

const entry = (role: ListedRole, isDraftView: boolean) => ({
  slug: role.slug,
  title: role.title,
  language: role.language,
  ...(isDraftView && {state: role.state}),
  levels: role.levels,
  reviewedOn: role.reviewedOn,
})

function table(rows: string[][]): string {
  const cells = rows.map((row) => row.map(printableLine))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))))
  const lines = cells.map((row) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  '),
  )
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

const width = (text: string): number => [...text].length
