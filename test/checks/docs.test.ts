import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import type {Check} from '../../src/checks/check.ts'
import {contentChecks} from '../../src/checks/content-checks.ts'
import {schemaChecks} from '../../src/checks/schema-checks.ts'

const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8')
const tables = [...page.matchAll(/^\|---.*\n((?:\|.*\n)*)/gm)].map(([, rows = '']) => rows)

const rowsOf = (checks: Readonly<Record<string, Check>>): string =>
  Object.entries(checks)
    .map(([id, {severity, title, why}]) => `| \`${id}\` | ${severity} | ${title} | ${why} |\n`)
    .join('')

test('the page about checks lists every one, as the code has it', () => {
  expect(tables).toEqual([rowsOf(schemaChecks), rowsOf(contentChecks)])
})
