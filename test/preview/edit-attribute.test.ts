import {decodeSanityNodeData} from '@sanity/visual-editing-csm'
import {describe, expect, it} from 'vitest'
import {editAttribute} from '../../src/preview.ts'

const options = {studioUrl: 'https://example.com/studio/'}
const role = {id: 'drafts.role-x', type: 'role'}

describe('the attribute of an element that opens a field', () => {
  it.each([
    ['a field', ['summary'], 'summary'],
    ['an item', ['levels', {_key: 'a1-b'}, 'focus', 2], 'levels[_key=="a1-b"].focus[2]'],
    ['a list', ['reportsTo'], 'reportsTo'],
  ])('is read by overlays: %s', (_what, path, read) => {
    expect(decodeSanityNodeData(editAttribute({...role, path}, options))).toEqual({
      ...{id: 'role-x', type: 'role', path: read},
      baseUrl: 'https://example.com/studio',
    })
  })

  it('names workspace and tool where there are several', () => {
    const value = editAttribute({...role, path: ['title']}, {studioUrl: '/', workspace: 'main', tool: 'roles'})
    expect(decodeSanityNodeData(value)).toMatchObject({baseUrl: '/', workspace: 'main', tool: 'roles'})
  })

  it.each([
    ['an id', {id: 'a;b', type: 'role', path: ['title']}],
    ['a step', {id: 'a', type: 'role', path: ['title" onclick="']}],
    ['no step', {id: 'a', type: 'role', path: []}],
  ])('is refused for what no link can lead to: %s', (_what, target) => {
    expect(() => editAttribute(target, options)).toThrow('No link leads to')
  })
})
