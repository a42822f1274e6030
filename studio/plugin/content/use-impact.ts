import {useEffect, useMemo, useState} from 'react'
import {diffRole, type RoleDiff, type RoleDraft} from 'roleprint'
import type {StoredDocument} from 'roleprint/local'
import {neededBy, publishedId} from './document-ids.ts'
import {useDocuments} from './use-documents.ts'
import type {EditedDocument} from './use-role-versions.ts'
import {useUsers} from './use-users.ts'
import {versionsOf} from './versions.ts'

/** A role that uses a shared document, and what publishing that document will change in it. */
export interface Impact {
  id: string
  title: string | null
  isPublished: boolean
  diff: RoleDiff
}

/** What publishing a shared document will change, role by role; `null` until it is known. */
export function useImpact(documentId: string, document: EditedDocument, type: string): Impact[] | null {
  const users = useUsers(documentId)
  const roles = useDocuments(users)
  const used = useDocuments(useMemo(() => roles && neededBy(roles), [roles]))
  const far = useDocuments(useMemo(() => used && neededBy(used.filter(({_type}) => _type !== 'role')), [used]))
  const [impact, setImpact] = useState<Impact[] | null>(null)
  const {displayed, published} = document

  useEffect(() => {
    if (!users || !roles || !used || !far) return
    let isCurrent = true
    const others = [...far, ...used, ...roles].filter(({_id}) => publishedId(_id) !== documentId)
    const before = [...others, ...asPublished(documentId, type, published)]
    const after = [...others, ...asPublished(documentId, type, displayed)]
    Promise.all(users.map((id) => impactOn(id, before, after))).then((found) => {
      if (isCurrent) setImpact(found.filter((one) => one !== null).sort(byTitle))
    })
    return () => {
      isCurrent = false
    }
  }, [documentId, type, displayed, published, users, roles, used, far])

  return impact
}

const asPublished = (id: string, type: string, value: object | null): StoredDocument[] =>
  value ? [{...value, _id: id, _type: type}] : []

/** A role that is not published is compared as the draft it is. */
async function impactOn(id: string, before: StoredDocument[], after: StoredDocument[]): Promise<Impact | null> {
  const [was, willBe] = await Promise.all([versionsOf(id, before), versionsOf(id, after)])
  const isPublished = willBe.published !== null
  const [one, other] = isPublished ? [was.published, willBe.published] : [was.draft, willBe.draft]
  return other && {id, title: titleOf(willBe.draft) ?? titleOf(other), isPublished, diff: diffRole(one, other)}
}

const titleOf = (role: RoleDraft | null): string | null => role?.title?.trim() || null

const byTitle = (one: Impact, other: Impact) => (one.title ?? '').localeCompare(other.title ?? '')
