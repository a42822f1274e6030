import {useEffect, useState} from 'react'
import {useDocumentPreviewStore} from 'sanity'
import {everyVersion} from './api-version.ts'
import {publishedId} from './document-ids.ts'

/** The published ids of all roles that refer to a document, published or in a draft; `null` until they are known. */
export function useUsers(documentId: string): string[] | null {
  const store = useDocumentPreviewStore()
  const [users, setUsers] = useState<string[] | null>(null)
  useEffect(() => {
    const subscription = store
      .unstable_observeDocumentIdSet('_type == "role" && references($id)', {id: documentId}, everyVersion)
      .subscribe(({status, documentIds}) => {
        if (status === 'connected') setUsers([...new Set(documentIds.map(publishedId))].sort())
      })
    return () => subscription.unsubscribe()
  }, [store, documentId])
  return users
}
