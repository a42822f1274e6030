import type {Finding} from 'roleprint'
import type {Path} from 'sanity'

/**
 * Where a finding is marked in a role's form. What is wrong with a shared document is marked at the entry that refers to
 * it: there it can be opened.
 */
export function pathInRole({documentId, path}: Finding, role: Record<string, unknown>, roleId: string): Path {
  return documentId === roleId ? (path as Path) : (pathTo(role, documentId) ?? [])
}

function pathTo(value: unknown, id: string): Path | null {
  if (typeof value !== 'object' || value === null) return null
  if ((value as {_ref?: unknown})._ref === id) return []
  const entries: [string | number | {_key: string}, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [stepTo(item) ?? index, item])
    : Object.entries(value)
  for (const [step, part] of entries) {
    const rest = pathTo(part, id)
    if (rest) return [step, ...rest]
  }
  return null
}

const stepTo = (item: unknown): {_key: string} | null => {
  const key = (item as {_key?: unknown} | null)?._key
  return typeof key === 'string' ? {_key: key} : null
}
