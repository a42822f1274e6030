import {builtinTypes, extractSchema, groupProblems, validateSchema} from '@sanity/schema/_internal'
import type {SpanSchemaType} from '@sanity/types'
import {describe, expect, test} from 'vitest'
import * as published from '../../schemas/index.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {cadences, comparators, faqAudiences, levels, priceUnits, skillCategories} from '../../src/model/vocabulary.ts'
import {compiled, compiledType, field, typeNames} from './compiled.ts'

// Every field in its order, `*` where publishing needs it.
const contract: Record<string, string> = {
  role: `title* slug* language summary* responsibilities* mustHaveSkills* niceToHaveSkills tools reportsTo workingWith
    levels kpis faqs startingPrice author relatedRoles reviewedOn seoTitle seoDescription`,
  responsibility: 'statement* area',
  skill: 'name* statement category aliases',
  tool: 'name* aliases url',
  kpi: 'name statement* targets',
  person: 'name* jobTitle bio highlights image url',
  siteSettings: 'organizationName siteUrl rolesPath language',
  skillRequirement: 'skill* statement',
  toolChoice: 'anyOf*',
  level: 'level* minYears* maxYears focus*',
  kpiTarget: 'metric comparator* value* unit cadence',
  faq: 'question* answer* audience',
  price: 'amount* currency* unit* label',
}

const closedLists: [path: string, list: Record<string, string>][] = [
  ['skill.category', skillCategories],
  ['level.level', levels],
  ['kpiTarget.comparator', comparators],
  ['kpiTarget.cadence', cadences],
  ['faq.audience', faqAudiences],
  ['price.unit', priceUnits],
]

type Attributes = Record<string, {optional?: boolean; value: unknown}>

function extracted(enforceRequiredFields: boolean): Record<string, Attributes> {
  const attributesOf = extractSchema(compiled, {enforceRequiredFields}).map((type): [string, Attributes] => {
    if (type.type === 'document') return [type.name, type.attributes]
    return [type.name, type.value.type === 'object' ? type.value.attributes : {}]
  })
  return Object.fromEntries(attributesOf)
}

const starred = (attributes: Attributes = {}): string[] =>
  Object.entries(attributes)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, {optional}]) => (optional ? name : `${name}*`))

describe('the schemas', () => {
  test('compile in a Studio without an error or a warning', () => {
    expect(groupProblems(validateSchema(schemaTypes, {parentTypes: builtinTypes}).getTypes())).toEqual([])
  })

  test('are published by name, and together as schemaTypes', () => {
    const {schemaTypes: together, ...byName} = published
    expect(Object.keys(byName).sort()).toEqual(Object.keys(contract).sort())
    expect(new Set(together)).toEqual(new Set(Object.values(byName)))
    for (const [name, type] of Object.entries(byName)) expect(type.name).toBe(name)
  })

  test.each(Object.entries(contract))('ask for the starred fields of %s, and only for those', (name, fields) => {
    expect(starred(extracted(true)[name])).toEqual(fields.split(/\s+/))
  })

  test.each(typeNames)('let a draft of %s lack anything', (name) => {
    expect(starred(extracted(false)[name]).join(' ')).not.toContain('*')
  })

  test.each(closedLists)('offer the vocabulary for %s, with its labels', (path, list) => {
    const {options} = field(path) as {options?: {list?: unknown}}
    expect(options?.list).toEqual(Object.entries(list).map(([value, title]) => ({title, value})))
  })

  test.each(closedLists)('store nothing but the vocabulary in %s', (path, list) => {
    const [typeName = '', fieldName = ''] = path.split('.')
    expect(extracted(true)[typeName]?.[fieldName]?.value).toEqual({
      type: 'union',
      of: Object.keys(list).map((value) => ({type: 'string', value})),
    })
  })

  test.each([
    ['role.responsibilities', 'responsibility'],
    ['role.kpis', 'kpi'],
    ['role.relatedRoles', 'role'],
    ['role.author', 'person'],
    ['skillRequirement.skill', 'skill'],
    ['toolChoice.anyOf', 'tool'],
  ])('refer strongly from %s to %s', (path, target) => {
    const type = field(path)
    const reference = type.jsonType === 'array' ? type.of[0] : type
    expect(reference).toMatchObject({to: [{name: target}]})
    expect(reference).not.toHaveProperty('weak')
  })

  test.each([
    ['role.mustHaveSkills', 'skillRequirement'],
    ['role.niceToHaveSkills', 'skillRequirement'],
    ['role.tools', 'toolChoice'],
    ['role.levels', 'level'],
    ['role.faqs', 'faq'],
    ['kpi.targets', 'kpiTarget'],
    ['role.reportsTo', 'string'],
    ['level.focus', 'text'],
    ['skill.aliases', 'string'],
    ['tool.aliases', 'string'],
    ['person.highlights', 'string'],
  ])('keep in %s a list of %s', (path, item) => {
    const type = field(path)
    expect(type.jsonType === 'array' && type.of.map(({name}) => name)).toEqual([item])
  })

  test.each([
    ['role.summary', []],
    ['faq.answer', ['bullet', 'number']],
  ])('allow in %s paragraphs with strong, em and links, and the lists %j', (path, lists) => {
    const type = field(path)
    const block = type.jsonType === 'array' ? type.of[0] : undefined
    const parts = new Map(block?.jsonType === 'object' ? block.fields.map((part) => [part.name, part.type]) : [])
    const [span, ...others] = (parts.get('children') as unknown as {of: SpanSchemaType[]}).of
    const values = (part: string) =>
      (parts.get(part) as {options: {list: {value: string}[]}}).options.list.map(({value}) => value)
    expect(others).toEqual([])
    expect(values('style')).toEqual(['normal'])
    expect(values('listItem')).toEqual(lists)
    expect(span?.decorators.map(({value}) => value)).toEqual(['strong', 'em'])
    expect(span?.annotations.map(({name}) => name)).toEqual(['link'])
  })
})

describe('an editor', () => {
  test('meets the groups of a role in the order of the page, beginning with the overview', () => {
    const groups = published.role.groups.map(({title}) => title)
    expect(groups).toEqual([
      ...['Overview', 'Responsibilities', 'Skills and tools', 'Levels', 'KPIs', 'Questions', 'About the page'],
    ])
    expect(compiledType('role').groups?.find((group) => group.default)?.name).toBe('overview')
  })

  test('finds every field of a role in one group', () => {
    const known = published.role.groups.map(({name}) => name)
    for (const {name, group} of compiledType('role').fields)
      expect([name, known]).toEqual([name, expect.arrayContaining([group].flat())])
  })

  test.each(typeNames)('reads a title over every field of %s', (name) => {
    expect(compiledType(name).title).toMatch(/^[A-Z]/)
    for (const {type} of compiledType(name).fields) expect(type.title).toMatch(/^[A-Z]/)
  })

  test.each([
    ['role.language', 'en'],
    ['faq.audience', 'page'],
    ['siteSettings.rolesPath', '/roles'],
  ])('starts %s with %s', (path, value) => {
    expect(field(path).initialValue).toBe(value)
  })

  test('gets the slug from the title', () => {
    expect(field('role.slug').options).toEqual({source: 'title', maxLength: 96})
  })

  test.each(['skill.aliases', 'tool.aliases'])('writes %s as tags', (path) => {
    expect(field(path).options).toMatchObject({layout: 'tags'})
  })

  test('chooses what of a portrait stays when it is cut', () => {
    expect(field('person.image').options).toMatchObject({hotspot: true})
  })

  test.each([
    ['role', ['title asc', 'reviewedOn asc', '_updatedAt desc']],
    ['responsibility', ['statement asc', 'area asc, statement asc']],
    ['skill', ['name asc', 'category asc, name asc']],
    ['tool', ['name asc']],
    ['kpi', ['name asc, statement asc']],
    ['person', ['name asc']],
  ])('can sort the list of every %s', (name, expected) => {
    const orderings = compiledType(name).orderings ?? []
    expect(orderings.map(({by}) => by.map((item) => `${item.field} ${item.direction}`).join(', '))).toEqual(expected)
    const fields = compiledType(name).fields.map((each) => each.name)
    for (const {by} of orderings) for (const item of by) expect([...fields, '_updatedAt']).toContain(item.field)
  })
})
