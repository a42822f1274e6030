import {describe, expect, test} from 'vitest'
import type {Perspective} from '../../src/dataset/perspective.ts'
import type {StoredDocument} from '../../src/dataset/stored-document.ts'
import {View} from '../../src/dataset/view.ts'
import {localSource} from '../../src/local.ts'

const stored = [
  {_id: 'drafts.new', _type: 'role', title: 'Only a draft'},
  {_id: 'drafts.role', _type: 'role', title: 'Draft', skill: {_ref: 'skill'}},
  {_id: 'drafts.skill', _type: 'skill', name: 'Draft skill'},
  {_id: 'role', _type: 'role', title: 'Published', skill: {_ref: 'skill'}},
  {_id: 'skill', _type: 'skill', name: 'Published skill'},
  {_id: 'versions.autumn.later', _type: 'role', title: 'Only in autumn'},
  {_id: 'versions.autumn.role', _type: 'role', title: 'Autumn', skill: {_ref: 'skill'}},
  {_id: 'versions.spring.role', _type: 'role', title: 'Spring', skill: {_ref: 'skill'}},
]

const inPerspective = (documents: StoredDocument[], perspective: Perspective) =>
  new View(new Map(documents.map((document) => [document._id, document])), perspective).all

const shown = (perspective: Perspective) =>
  inPerspective(stored, perspective).map(({_id, _originalId}) => (_originalId ? `${_id} < ${_originalId}` : _id))

describe('a perspective', () => {
  test('published leaves out drafts and versions, and adds nothing', () => {
    expect(shown('published')).toEqual(['role', 'skill'])
  })

  test('raw is everything as it is stored', () => {
    expect(inPerspective(stored, 'raw')).toEqual(stored)
    expect(inPerspective(stored, ['raw'])).toEqual(stored)
  })

  test('drafts lays drafts over what is published, and tells which stored document answers', () => {
    expect(shown('drafts')).toEqual(['new < drafts.new', 'role < drafts.role', 'skill < drafts.skill'])
    const skill = {_id: 'skill', _type: 'skill', name: 'Published skill'}
    expect(inPerspective([skill], 'drafts')).toEqual([{...skill, _originalId: 'skill'}])
  })

  test('a release lays its versions over what is published, and shows no draft', () => {
    expect(shown(['autumn'])).toEqual(['later < versions.autumn.later', 'role < versions.autumn.role', 'skill < skill'])
  })

  test('the first name of a stack wins, however the documents are stored', () => {
    expect(shown(['spring', 'autumn'])).toContain('role < versions.spring.role')
    expect(shown(['autumn', 'spring'])).toContain('role < versions.autumn.role')
    expect(inPerspective([...stored].reverse(), ['spring', 'autumn']).find(({_id}) => _id === 'role')).toMatchObject({
      _originalId: 'versions.spring.role',
    })
  })

  test('a stack may name drafts and published', () => {
    expect(shown(['spring', 'drafts'])).toEqual([
      'new < drafts.new',
      'role < versions.spring.role',
      'skill < drafts.skill',
    ])
    expect(shown(['published', 'drafts'])).toEqual(['new < drafts.new', 'role < role', 'skill < skill'])
    expect(shown([])).toEqual(['role < role', 'skill < skill'])
  })

  test('a release that unpublishes a document shows neither the version nor the published one', () => {
    const leaving = {_id: 'versions.spring.skill', _type: 'skill', _system: {delete: true}}
    expect(inPerspective([...stored, leaving], ['spring']).map(({_id}) => _id)).toEqual(['role'])
    expect(inPerspective([...stored, leaving], 'published')).toHaveLength(2)
  })

  test('keeps ids with dots in them, and hides a version id that names no document', () => {
    const dotted = [
      {_id: 'drafts.team.role', _type: 'role'},
      {_id: 'versions.spring.team.role', _type: 'role'},
      {_id: 'versions.broken', _type: 'role'},
      {_id: 'versions.published.role', _type: 'role'},
      {_id: 'draftsman', _type: 'role'},
    ]
    expect(inPerspective(dotted, 'drafts').map(({_id}) => _id)).toEqual(['draftsman', 'team.role'])
    expect(inPerspective(dotted, ['spring']).map(({_id}) => _id)).toEqual(['draftsman', 'team.role'])
  })

  test('leaves the documents it is given unchanged', () => {
    const before = JSON.stringify(stored)
    inPerspective(stored, 'drafts')
    expect(JSON.stringify(stored)).toBe(before)
  })
})

describe('asking in a perspective', () => {
  const query = '*[_type == "role" && _id == "role"][0]{title, _originalId, "skill": skill->name}'

  test('is asking for what is published, where nothing is said', async () => {
    const source = localSource(stored)
    expect(await source.fetch(query)).toEqual({title: 'Published', _originalId: null, skill: 'Published skill'})
    expect(await source.fetch('*._id')).toEqual(['role', 'skill'])
  })

  test('follows references to drafts', async () => {
    expect(await localSource(stored).fetch(query, {}, {perspective: 'drafts'})).toEqual({
      title: 'Draft',
      _originalId: 'drafts.role',
      skill: 'Draft skill',
    })
  })

  test('follows references through a release to what is published', async () => {
    expect(await localSource(stored).fetch(query, {}, {perspective: ['spring']})).toMatchObject({
      title: 'Spring',
      skill: 'Published skill',
    })
  })

  test('says which perspectives there are when given another name', async () => {
    const asked = localSource(stored).fetch(query, {}, {perspective: 'draft' as 'drafts'})
    await expect(asked).rejects.toThrow('There is no perspective "draft". Use published, drafts, raw, or a list')
    await expect(localSource(stored).fetch(query, {}, {perspective: ['raw', 'drafts']})).rejects.toThrow('"raw,drafts"')
  })
})
