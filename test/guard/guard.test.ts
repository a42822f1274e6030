import type {FieldDefinition, SchemaTypeDefinition} from '@sanity/types'
import {describe, expect, it} from 'vitest'
import * as z from 'zod/mini'
import {schemaTypes} from '../../schemas/index.ts'
import {roleShape} from '../../src/model/role.ts'
import {roleListingShape} from '../../src/model/role-listing.ts'
import {roleByIdQuery, roleListQuery, roleQuery, roleSlugsQuery, rolesUsingQuery} from '../../src/queries.ts'
import {draftSides, type Guarded, publishedSides} from './guard.ts'

const role: Guarded = {types: schemaTypes, query: roleQuery, shape: z.nullable(roleShape)}

describe('schema, query and shape say the same', () => {
  const guarded = {
    roleBySlug: role,
    roleById: {...role, query: roleByIdQuery},
    roleList: {types: schemaTypes, query: roleListQuery, shape: z.array(roleListingShape)},
    rolesUsing: {types: schemaTypes, query: rolesUsingQuery, shape: z.array(roleListingShape)},
    roleSlugs: {types: schemaTypes, query: roleSlugsQuery, shape: z.array(z.string())},
  }

  it.each(Object.entries(guarded))('for what %s answers when published', (_name, query) => {
    const {asked, promised} = publishedSides(query)
    expect(promised.split(', ')).toEqual(asked.split(', '))
  })

  it.each(Object.entries(guarded))('for what %s answers as a draft', (_name, query) => {
    const {asked, promised} = draftSides(query)
    expect(promised.split(', ')).toEqual(asked.split(', '))
  })
})

describe('the guard goes red', () => {
  const red = (drifted: Guarded): void => {
    const {asked, promised} = publishedSides(drifted)
    expect(promised).not.toBe(asked)
  }

  it('when a schema field is dropped', () => {
    red({...role, types: withFields('role', (fields) => fields.filter(({name}) => name !== 'workingWith'))})
  })

  it('when a schema field is renamed', () => {
    red({...role, types: withField('role', 'workingWith', {name: 'worksWith'})})
  })

  it('when a schema field gets another type', () => {
    red({...role, types: withField('role', 'workingWith', {type: 'number'})})
  })

  it('when a required schema field becomes optional', () => {
    red({...role, types: withField('responsibility', 'statement', {validation: undefined})})
  })

  it('when a closed list gets another member', () => {
    red({
      ...role,
      types: withField('level', 'level', {options: {list: ['junior', 'mid', 'senior', 'lead', 'principal', 'chief']}}),
    })
  })

  it('when the projection forgets a line', () => {
    red({...role, query: roleQuery.replace('workingWith,', '')})
  })

  it('when the shape forgets a field', () => {
    red({...role, shape: z.nullable(z.omit(roleShape, {workingWith: true})) as unknown as Guarded['shape']})
  })

  it('when a reference leads to another type', () => {
    red({...role, types: withField('role', 'kpis', {of: [{type: 'reference', to: [{type: 'tool'}]}]})})
  })

  it('when a draft would be asked for another type', () => {
    const {asked, promised} = draftSides({...role, types: withField('role', 'workingWith', {type: 'number'})})
    expect(promised).not.toBe(asked)
  })
})

function withFields(
  typeName: string,
  change: (fields: FieldDefinition[]) => FieldDefinition[],
): SchemaTypeDefinition[] {
  const types = schemaTypes.map((type) =>
    type.name === typeName && 'fields' in type ? {...type, fields: change(type.fields as FieldDefinition[])} : type,
  )
  expect(types).not.toEqual(schemaTypes)
  return types as SchemaTypeDefinition[]
}

const withField = (typeName: string, fieldName: string, change: object): SchemaTypeDefinition[] =>
  withFields(typeName, (fields) =>
    fields.map((field) => (field.name === fieldName ? ({...field, ...change} as FieldDefinition) : field)),
  )
