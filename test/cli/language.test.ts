import {expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {contentFile, nurse, shared} from './support/content.ts'

const german = {...nurse, _id: 'role-pflege', title: 'Pflegekraft', language: 'de'}
const settings = (language?: string) => ({_id: 'siteSettings', _type: 'siteSettings', language})
const ask = async (language: string | undefined, ...command: string[]) =>
  run([...command, '--content', await contentFile([nurse, german, ...shared, settings(language)])], {})

test.each([['render'], ['diff'], ['share']])(
  '%s names all languages of a slug, where nothing says which',
  async (name) => {
    const {stdout, stderr, exitCode} = await ask(undefined, name, 'nurse')
    expect([stdout, stderr, exitCode]).toEqual([
      '',
      expect.stringContaining('There are roles with the slug "nurse" in de and en. Say which: --language de'),
      1,
    ])
  },
)

test('the language says which, else that of the site', async () => {
  const title = async (language: string | undefined, ...more: string[]) =>
    (await ask(language, 'render', 'nurse', ...more)).stdout.split('\n')[0]
  expect(await title(undefined, '--language', 'de')).toBe('# Pflegekraft – Stellenbeschreibung')
  expect(await title(undefined, '--language', 'EN')).toBe('# Nurse — Job Description')
  expect(await title('de')).toBe('# Pflegekraft – Stellenbeschreibung')
  expect(await title('en')).toBe('# Nurse — Job Description')
  expect(await title('en', '--language', 'de')).toBe('# Pflegekraft – Stellenbeschreibung')
})

test('a language that the role is not in, and one that is none, are told', async () => {
  expect(await ask('en', 'render', 'nurse', '--language', 'fr')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('There is no role with the slug "nurse" in the language "fr".'),
  })
  expect(await ask('en', 'render', 'nurse', '--language', 'de_DE')).toMatchObject({
    exitCode: 64,
    stderr: expect.stringContaining('--language takes a language tag such as de or en-GB'),
  })
})
