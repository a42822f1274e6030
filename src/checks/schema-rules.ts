import {labelOf} from '../../schemas/choices.ts'
import type {StoredDocument} from '../dataset/stored-document.ts'
import {levels} from '../model/vocabulary.ts'
import {checks} from './checks.ts'
import type {Finding, Severity, Step} from './finding.ts'
import {ordinal, placeOf} from './place.ts'
import {type Definition, documentType, type Kind, kindOf, wholeType} from './schema/field-type.ts'
import {type Judged, judge, type Verdict} from './schema/judge.ts'
import type {RecordedRule} from './schema/recorded-rule.ts'
import {rulesOf} from './schema/rules-of.ts'
import {fieldsOf, isRecord, itemsOf, publishedId} from './stored.ts'

/** What the documents around one know: which there are, and which slugs are taken. */
export interface Surroundings extends Pick<Judged, 'isThere' | 'isTaken'> {
  now: Date
}

interface Place {
  type: Definition
  value: unknown
  parent: unknown
  path: Step[]
  titles: string[]
}

/**
 * What a Studio says about a document by the rules of its schema: the same functions, walked in the same way. A document of
 * a type that is not ours has no rules.
 */
export function schemaFindings(document: StoredDocument, surroundings: Surroundings): Finding[] {
  const type = documentType(document._type)
  if (!type) return []
  const documentId = publishedId(document._id)

  const at = (place: Place): Finding[] => {
    const type = wholeType(place.type)
    const rules = rulesOf(type)
    return [...rules.flatMap((rule) => broken(rule, {...place, type})), ...within({...place, type}).flatMap(at)]
  }

  const broken = (rule: RecordedRule, place: Place): Finding[] => {
    const kind = kindOf(place.type)
    const context = {document, parent: place.parent, now: surroundings.now}
    return verdicts(rule, place.value, {kind, context, ...surroundings}).map((verdict) =>
      toFinding(verdict, rule, place),
    )
  }

  const toFinding = ({id, says, always, item}: Verdict, rule: RecordedRule, {path, titles}: Place): Finding => {
    return {
      id,
      severity: id === 'wrong-kind' ? checks[id].severity : rule.severity,
      ...{documentId, documentType: document._type},
      path: item ? [...path, item.step] : path,
      place: placeOf(...titles, ...(item ? [ordinal(item.index + 1)] : [])),
      message: always || id === 'wrong-kind' ? says : (rule.message ?? says),
    }
  }

  return worst(at({type, value: document, parent: undefined, path: [], titles: []}))
}

/** What one rule has against a value. An empty value is only held against `required`, and against the rules of our own. */
function verdicts(rule: RecordedRule, value: unknown, judged: Judged): Verdict[] {
  const isEmpty = value === undefined || value === null
  const asked = isEmpty && !rule.isRequired ? rule.asked.filter(({flag}) => flag === 'custom') : rule.asked
  const wrong = isOfKind(value, judged.kind) || (isEmpty && !rule.isRequired) ? [] : [wrongKind]
  try {
    return [...wrong, ...asked.flatMap((each) => judge(each, value, judged))]
  } catch {
    return [wrongKind]
  }
}

const wrongKind: Verdict = {id: 'wrong-kind', says: 'This value is of the wrong kind. Remove it, and fill it in again.'}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (value === undefined || kind === 'date') return true
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'list') return Array.isArray(value)
  return kind === 'object' ? isRecord(value) : typeof value === kind
}

/** The fields of an object and the items of a list. */
function within({type, value, path, titles}: Place): Place[] {
  if (kindOf(type) === 'list') {
    const [item] = type.of ?? []
    if (!item) return []
    return itemsOf(value).map((each) => ({
      ...{type: item, value: each.item, parent: value, path: [...path, each.step]},
      titles: [...titles, titleOfItem(item, each.item, each.index)],
    }))
  }
  if (kindOf(type) !== 'object' || !value) return []
  return (type.fields ?? []).map((field) => ({
    ...{type: field, value: fieldsOf(value)[field.name ?? ''], parent: value, path: [...path, field.name ?? '']},
    titles: [...titles, field.title ?? ''],
  }))
}

/** A level is known by its name, a link by being one, and other items by where they stand. */
function titleOfItem(type: Definition, item: unknown, index: number): string {
  if (type.type === 'level') return labelOf(levels, fieldsOf(item).level) ?? ordinal(index + 1)
  if (type.name === 'link') return 'link'
  return type.type === 'block' ? `${ordinal(index + 1)} paragraph` : type.type === 'object' ? '' : ordinal(index + 1)
}

/** One thing said twice about one place, by two rules or in two ways, is said once, in the more serious way. */
function worst(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>()
  for (const each of findings) {
    const key = JSON.stringify([
      each.path,
      each.id,
      each.id === 'required' || each.id === 'wrong-kind' ? '' : each.message,
    ])
    if (!kept.has(key) || serious(kept.get(key)?.severity) < serious(each.severity)) kept.set(key, each)
  }
  return [...kept.values()]
}

const serious = (severity: Severity | undefined): number => (severity === 'error' ? 1 : 0)
