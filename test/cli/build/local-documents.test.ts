import {truncate, writeFile} from 'node:fs/promises'
import {describe, expect, onTestFinished, test} from 'vitest'
import {readLocalDocuments} from '../../../src/cli/build/local-documents.ts'
import {LocalRoles} from '../../../src/cli/build/local-roles.ts'
import {errorOf, failureOf} from '../../../src/cli/build/print-failure.ts'
import {printersFor} from '../../../src/cli/build/printers.ts'
import {FileError} from '../../../src/cli/failures.ts'
import {SourceError} from '../../../src/index.ts'
import {contentFile, temporaryFolder} from '../support/content.ts'
import {nurse, roleNamed, shared} from './support.ts'

async function documentsIn(file: string) {
  const {close, catalog: _catalog, ...documents} = await readLocalDocuments(file, new Map())
  onTestFinished(close)
  return documents
}

describe('a file that changes while roles are printed of it', () => {
  test.each([
    ['is written over', (file: string, text: string) => writeFile(file, text.replaceAll('Nurse', 'Baker'))],
    ['is cut short', (file: string) => truncate(file, 20)],
  ])('%s, is not believed', async (_what, change) => {
    const documents = [nurse, ...shared]
    const file = await contentFile(documents)
    const roles = new LocalRoles(await documentsIn(file))
    expect(await roles.read([nurse._id])).toHaveLength(1)
    await change(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
    await expect(roles.read([nurse._id])).rejects.toThrow(
      new FileError(`${file} changed while it was read. Run this again.`),
    )
  })

  test('is told of, whichever thread finds it', async () => {
    const many = Array.from({length: 400}, (_, index) => roleNamed(`nurse-${index}`))
    const file = await contentFile([...many, ...shared])
    const out = await temporaryFolder()
    const documents = await documentsIn(file)
    const printers = printersFor(many.length, {out, staging: out, isDoubtful: false, documents})
    onTestFinished(() => printers.close())
    await truncate(file, 20)
    const wanted = many.map(({_id: id, title}) => ({id, slug: title, path: `/roles/${title}`, before: null}))
    // A task each.
    const ends = await Promise.allSettled(
      Array.from({length: printers.size}, (_, index) =>
        printers.print({roles: [wanted[index] ?? fail()], answers: null}),
      ),
    )
    const reasons = ends.map((end) => (end.status === 'rejected' ? end.reason : null))
    expect(reasons.map((reason) => reason instanceof FileError)).toEqual(reasons.map(() => true))
  })
})

const fail = () => {
  throw new Error('There are too few roles.')
}

describe('a role', () => {
  const author = {...nurse, author: {_type: 'reference', _ref: 'role-midwife'}}
  const midwife = roleNamed('midwife', {name: 'Ada'})
  const related = [{_key: 'a', _type: 'reference', _ref: 'role-midwife'}]

  test.each([
    ['by itself', [author, midwife]],
    ['as a related one too', [{...author, relatedRoles: related}, midwife]],
    ['after another to which it is related', [{...roleNamed('aide'), relatedRoles: related}, author, midwife]],
  ])('that stands in place of something else is whole: %s', async (_what, roles) => {
    const documents = await documentsIn(await contentFile([...roles, ...shared]))
    const ids = roles.map(({_id}) => _id).filter((id) => id !== midwife._id)
    const answers = await new LocalRoles(documents).read(ids)
    expect(answers.at(-1)).toMatchObject({_id: author._id, author: {name: 'Ada'}})
  })
})

describe('an error from another thread', () => {
  const sent = (error: unknown) => errorOf(structuredClone(failureOf(error)))

  test('of a file is one of a file', () => {
    expect(sent(new FileError('a changed'))).toEqual(new FileError('a changed'))
    expect(sent(new FileError('a changed'))).toBeInstanceOf(FileError)
  })

  test('of the content is one of the content', () => {
    expect(sent(new SourceError('a is nested'))).toBeInstanceOf(SourceError)
  })

  test('of the system tells what is wrong, and where', () => {
    const error = Object.assign(new Error('no room'), {code: 'ENOSPC', path: 'staging', dest: 'site'})
    expect(sent(error)).toMatchObject({message: 'no room', code: 'ENOSPC', path: 'staging', dest: 'site'})
  })

  test('may be anything that can be thrown', () => {
    expect(String(sent('a text'))).toBe('a text')
    expect(() => sent(null)).not.toThrow()
  })
})
