/** A reference somewhere in a document. A weak one may lead nowhere, and one into another dataset is weak here. */
export interface FoundReference {
  id: string
  weak: boolean
}

/** References to documents that another dataset holds, whatever their id: Sanity's names for them. */
const elsewhere = new Set<unknown>(['crossDatasetReference', 'globalDocumentReference'])

/** `media-library:<library>:<id>`, `dataset:<project>.<dataset>:<id>`: no id here has a colon, whatever the type is called. */
const isGlobal = (ref: unknown): boolean => typeof ref === 'string' && /^[\w-]+:[^:]+:[^:]+$/.test(ref)

/** Every reference in a value, as `references()` in GROQ finds them: nothing inside of a reference is looked at. */
export function* referencesIn(value: unknown): Generator<FoundReference> {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Array.isArray(next)) {
      for (const item of next) open.push(item)
      continue
    }
    const {_ref, _weak, _type, _dataset} = next as Record<string, unknown>
    const isElsewhere = elsewhere.has(_type) || _dataset !== undefined || (_type !== 'reference' && isGlobal(_ref))
    if (typeof _ref === 'string' && _ref !== '') yield {id: _ref, weak: _weak === true || isElsewhere}
    else if (!_ref) for (const item of Object.values(next)) open.push(item)
  }
}

/** The ids a value refers to strongly, each once: their documents must be there. */
export const strongReferencesIn = (value: unknown): string[] => [
  ...new Set([...referencesIn(value)].filter(({weak}) => !weak).map(({id}) => id)),
]
