import type {StoredDocument} from '../../src/local.ts'
import {sampleDocuments} from '../content.ts'

const wrong: unknown[] = [
  null,
  undefined,
  0,
  -1,
  1.5,
  99,
  true,
  '',
  ' ',
  'x',
  [],
  [null],
  ['x', 'x'],
  {},
  {_ref: 'nobody'},
]

/** Each document of the sample with one field of it, at any depth, replaced by something that does not belong there. */
export function* brokenDocuments(): Generator<[string, StoredDocument]> {
  const kinds = [
    'role-machine-learning-engineer',
    'responsibility-run-code-reviews',
    'skill-sql',
    'tool-dbt',
    'kpi-service-level',
    'siteSettings',
  ]
  const person = sampleDocuments.find(({_type}) => _type === 'person')
  for (const document of [...sampleDocuments.filter(({_id}) => kinds.includes(_id)), ...(person ? [person] : [])])
    for (const path of pathsIn(document))
      for (const value of wrong) {
        const broken = structuredClone(document)
        put(broken, path, value)
        yield [`${document._id} ${path.join('.')} = ${JSON.stringify(value)}`, broken]
      }
}

type Path = (string | number)[]

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (key.startsWith('_') && key !== '_ref') continue
    const step = Array.isArray(value) ? Number(key) : key
    if (Array.isArray(value) && Number(key) > 1) continue
    yield [...path, step]
    yield* pathsIn(part, [...path, step])
  }
}

function put(value: unknown, path: Path, part: unknown): void {
  const [step, ...rest] = path
  const holder = value as Record<string | number, unknown>
  if (step === undefined) return
  if (rest.length > 0) put(holder[step], rest, part)
  else holder[step] = part
}
