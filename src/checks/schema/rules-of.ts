import {type Definition, kindOf} from './field-type.ts'
import {type Asked, RecordedRule} from './recorded-rule.ts'

/** The rules of a field: what its type asks for by itself, and then what its validation adds. */
export function rulesOf(type: Definition): readonly RecordedRule[] {
  const base = new RecordedRule(inherent(type))
  const rules = type.validation?.(base) ?? base
  return Array.isArray(rules) ? rules : [rules as RecordedRule]
}

function inherent(type: Definition): Asked[] {
  const list = type.options?.list
  return [
    ...(kindOf(type) === 'date' ? [{flag: 'date'} as const] : []),
    ...(type.type === 'url' ? [{flag: 'uri', schemes: [/^https?$/], allowRelative: false} as const] : []),
    ...(type.type === 'slug' ? [{flag: 'slug'} as const] : []),
    ...(type.type === 'reference' ? [{flag: 'reference'} as const] : []),
    ...(list ? [{flag: 'valid', values: list.map(valueOfChoice)} as const] : []),
  ]
}

const valueOfChoice = (choice: unknown): unknown =>
  typeof choice === 'object' && choice !== null && 'value' in choice ? choice.value : choice
