import {Rule} from '@sanity/schema'
import type {
  CustomValidator,
  Rule as RuleInstance,
  RuleSpec,
  RuleTypeConstraint,
  SchemaType,
  ValidationContext,
} from '@sanity/types'
import {compiledType} from './compiled.ts'

interface Place {
  type: SchemaType
  value: unknown
  path: string
  parent: unknown
  document: unknown
}

/**
 * What a Studio would say about a document: `error slug: …`. The rules are Sanity's own `Rule`, and are run in the way
 * of `sanity`'s validateDocument; only the checks behind the flags are ours, as that package is not a dependency here.
 * A flag of the chain that has no message of its own is named by the flag: `error title: presence`.
 */
export function problems(document: {_type: string}): string[] {
  const type = compiledType(document._type)
  return at({type, value: document, path: '', parent: undefined, document})
}

function at(place: Place): string[] {
  const {type, value, path, document} = place
  const rules = rulesOf(type)
  const own = rules.flatMap((rule) => broken(rule, place))
  if (type.jsonType === 'array' && Array.isArray(value)) {
    const [item] = type.of
    if (type.of.length !== 1 || !item) throw new Error(`${path} holds items of more than one type`)
    const inside = value.flatMap((each, index) =>
      at({type: item, value: each, path: `${path}[${index}]`, parent: value, document}),
    )
    return [...own, ...inside]
  }
  if (type.jsonType === 'object' && (value || rules.some((rule) => rule.isRequired()))) {
    const fields = (value ?? {}) as Record<string, unknown>
    const inside = type.fields.flatMap(({name, type: fieldType}) =>
      at({type: fieldType, value: fields[name], path: path ? `${path}.${name}` : name, parent: value, document}),
    )
    return [...own, ...inside]
  }
  return own
}

function rulesOf(type: SchemaType): RuleInstance[] {
  let base: RuleInstance = new Rule(type).type(type.jsonType as Lowercase<RuleTypeConstraint>)
  const list: unknown = type.options && 'list' in type.options ? type.options.list : undefined
  if (Array.isArray(list)) base = base.valid(list.map(({value}) => value))
  if (chain(type).includes('url')) base = base.uri()
  if (typeof type.validation !== 'function') return [base]
  return [type.validation(base)].flat() as RuleInstance[]
}

const chain = (type: SchemaType | undefined): string[] => (type ? [type.name, ...chain(type.type)] : [])

function broken(rule: RuleInstance, {value, path, parent, document, type}: Place): string[] {
  const empty = value === undefined || value === null
  const specs = empty && rule._required === undefined ? rule._rules.filter(({flag}) => flag === 'custom') : rule._rules
  return specs.flatMap((spec) => {
    const answer = judge(spec, value, {parent, document, type} as ValidationContext)
    if (answer === true) return []
    const message = rule._message ?? (answer === false ? spec.flag : answer)
    return [`${rule._level} ${path}: ${message}`]
  })
}

function judge(spec: RuleSpec, value: unknown, context: ValidationContext): boolean | string {
  switch (spec.flag) {
    case 'type':
      return true
    case 'presence':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value).some((key) => !['_key', '_type', '_weak'].includes(key))
        : value !== undefined && value !== ''
    case 'custom':
      return said((spec.constraint as CustomValidator)(value, context))
    case 'valid':
      return value === undefined || spec.constraint.includes(value)
    case 'unique':
      return !Array.isArray(value) || new Set(value.map(withoutKey)).size === value.length
    case 'integer':
      return Number.isInteger(value)
    case 'min':
      return size(value) === undefined || Number(size(value)) >= Number(spec.constraint)
    case 'max':
      return size(value) === undefined || Number(size(value)) <= Number(spec.constraint)
    case 'greaterThan':
      return Number(value) > Number(spec.constraint)
    case 'uri':
      return isAddress(value, spec.constraint.options)
    default:
      throw new Error(`a schema uses ${spec.flag}, which this test does not know`)
  }
}

function said(answer: unknown): boolean | string {
  if (answer === true || typeof answer === 'string') return answer
  throw new Error(`a rule answered ${answer}`)
}

const withoutKey = (item: unknown): string => JSON.stringify(item, (key, value) => (key === '_key' ? undefined : value))

const size = (value: unknown): unknown =>
  typeof value === 'string' || Array.isArray(value) ? value.length || (Array.isArray(value) ? 0 : undefined) : value

function isAddress(value: unknown, {scheme, allowRelative}: {scheme: RegExp[]; allowRelative: boolean}): boolean {
  const base = allowRelative ? 'http://sanity' : undefined
  const address = String(value ?? '')
  return URL.canParse(address, base) && scheme.some((each) => each.test(new URL(address, base).protocol.slice(0, -1)))
}
