import {schemaTypes} from '../../../schemas/index.ts'
import type {RecordedRule} from './recorded-rule.ts'

export type Kind = 'text' | 'date' | 'number' | 'boolean' | 'list' | 'object'

/** A type, a field or an item of a list, as our schemas write them; Sanity's own types are added below. */
export interface Definition {
  type: string
  name?: string
  title?: string
  fields?: readonly Definition[]
  of?: readonly Definition[]
  options?: {list?: readonly unknown[]}
  validation?: (rule: RecordedRule) => RecordedRule | readonly RecordedRule[]
  /** Of a block. */
  styles?: readonly {value: string}[]
  lists?: readonly {value: string}[]
  marks?: {annotations?: readonly Definition[]}
}

const kinds: Readonly<Record<string, Kind>> = {
  string: 'text',
  text: 'text',
  url: 'text',
  date: 'date',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
}

const named = new Map(schemaTypes.map((type) => [type.name, type as unknown as Definition]))

const reference: readonly Definition[] = [
  {name: '_ref', type: 'string'},
  {name: '_weak', type: 'boolean'},
]
const image: readonly Definition[] = [{name: 'asset', title: 'Picture', type: 'reference'}]

export const documentType = (name: string): Definition | undefined => {
  const type = named.get(name)
  return type?.type === 'document' ? type : undefined
}

export const kindOf = (type: Definition): Kind => kinds[type.type] ?? 'object'

/** A definition with all that its named type says. What the field says itself comes first, its validation too. */
export function wholeType(definition: Definition): Definition {
  const type = named.get(definition.type)
  if (type) return {...type, ...definition, type: type.type}
  if (definition.type === 'reference') return {...definition, fields: reference}
  if (definition.type === 'image') return {...definition, fields: [...image, ...(definition.fields ?? [])]}
  return definition.type === 'block' ? {...definition, fields: blockFields(definition)} : definition
}

/** A block is an object like others: paragraphs with spans in them, and the links that the spans name. */
function blockFields({styles = [], lists = [], marks}: Definition): Definition[] {
  const span: Definition = {
    type: 'object',
    fields: [
      {name: 'text', type: 'string'},
      {name: 'marks', type: 'array', of: [{type: 'string'}]},
    ],
  }
  return [
    {name: 'children', type: 'array', of: [span]},
    {name: 'style', title: 'Style', type: 'string', options: {list: styles}},
    {name: 'listItem', title: 'List', type: 'string', options: {list: lists}},
    {name: 'markDefs', type: 'array', of: marks?.annotations ?? []},
    {name: 'level', type: 'number'},
  ]
}
