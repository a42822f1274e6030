import {useEffect, useMemo, useState} from 'react'
import type {StoredDocument} from 'roleprint/local'
import {draftId, neededBy} from './document-ids.ts'
import {useDocuments} from './use-documents.ts'
import {type RoleVersions, versionsOf} from './versions.ts'

/** The versions of the document a view stands beside, as the Studio hands them to it. */
export interface EditedDocument {
  displayed: object | null
  published: object | null
}

/** The role beside which a view stands, in both versions, with all they refer to; `null` until it is known. */
export function useRoleVersions(documentId: string, {displayed, published}: EditedDocument): RoleVersions | null {
  const own = useMemo(() => ownVersions(documentId, {displayed, published}), [documentId, displayed, published])
  const near = useDocuments(useMemo(() => neededBy(own), [own]))
  const far = useDocuments(useMemo(() => near && neededBy(near.filter(({_type}) => _type !== 'role')), [near]))
  const [versions, setVersions] = useState<RoleVersions | null>(null)

  useEffect(() => {
    if (!near || !far) return
    let isCurrent = true
    const others = [...far, ...near].filter(({_id}) => _id !== documentId && _id !== draftId(documentId))
    versionsOf(documentId, [...others, ...own]).then((found) => isCurrent && setVersions(found))
    return () => {
      isCurrent = false
    }
  }, [documentId, own, near, far])

  return versions
}

/** What is typed stands for the draft, before it is stored; also where nothing is typed yet. */
const ownVersions = (documentId: string, {displayed, published}: EditedDocument): StoredDocument[] => [
  ...(published ? [{...published, _id: documentId, _type: 'role'}] : []),
  {...displayed, _id: draftId(documentId), _type: 'role'},
]
