import {absentFrom, documentsIn, type Nested, withDocuments} from '../model/documents.ts'
import type {RoleDraft} from '../model/role.ts'
import {causeOf, roleCause} from './cause.ts'
import {differs, fieldSteps} from './field-steps.ts'
import type {Cause} from './role-diff.ts'

/** The role as it is when one more of the edits is in it. */
export interface Step {
  role: RoleDraft
  cause: Cause
  /** The edit kept every item of every list where it was. */
  isInPlace: boolean
}

/**
 * The way from one version to the other, one edit at a time: documents that are gone, then the role's own fields with
 * every document still as it was, then the documents. So what a step changes in print is the work of one field of one
 * document, and a new reference is the role's doing, whatever else happened to the document it leads to. What comes after
 * the first 200 edits is one step, and no more is said of it than that it is the role's. The last step may fall short of
 * the last version where an answer contradicts itself: one document twice, in two versions.
 */
export function* steps(before: RoleDraft, after: RoleDraft): Generator<Step> {
  let count = 0
  for (const step of everyStep(before, after)) {
    if (++count > mostSteps) return yield {role: after, cause: roleCause(after), isInPlace: false}
    yield step
  }
}

// Each one prints the whole role.
const mostSteps = 200

function* everyStep(before: RoleDraft, after: RoleDraft): Generator<Step> {
  const old = documentsIn(before)
  const present = documentsIn(after)
  const [missedBefore, missedAfter] = [absentFrom(before), absentFrom(after)]

  let role = before
  for (const document of old.values()) {
    if (!missedAfter.has(document.id) || present.has(document.id)) continue
    role = withDocuments(role, ({id, content}) => (id === document.id ? null : content))
    yield {role, cause: causeOf(document), isInPlace: true}
  }

  const versions = new Map<string, Nested['content'] | null>()
  for (const {id, content} of present.values()) {
    const hasCome = missedBefore.has(id) && !old.has(id)
    versions.set(id, hasCome ? null : (old.get(id)?.content ?? content))
  }
  const withVersions = () =>
    withDocuments(after, ({id, content}) => versions.get(id) ?? (versions.has(id) ? null : content))
  yield* fieldSteps(role, withVersions())

  for (const document of present.values()) {
    for (const [field, content] of editsOf(document, versions.get(document.id) ?? null)) {
      versions.set(document.id, content)
      yield {role: withVersions(), cause: causeOf(document, field), isInPlace: true}
    }
  }
}

/** From what a document said to what it says, one field more each time; in one go where it was not there. */
function* editsOf({content}: Nested, was: Nested['content'] | null): Generator<[string | null, Nested['content']]> {
  if (was === null) return yield [null, content]
  let version = was
  for (const [field, value] of Object.entries(content)) {
    if (!differs(version[field], value)) continue
    version = {...version, [field]: value}
    yield [field, version]
  }
}
