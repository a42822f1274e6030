import {useEffect, useState} from 'react'
import type {StoredDocument} from 'roleprint/local'
import {useDocumentPreviewStore} from 'sanity'
import {everyVersion} from './api-version.ts'
import {draftId} from './document-ids.ts'

/**
 * Documents by their published ids, drafts beside them, kept up to date; `null` until they are known. While others are
 * asked for, the former ones stay: what is on the screen does not flicker.
 */
export function useDocuments(ids: readonly string[] | null): StoredDocument[] | null {
  const store = useDocumentPreviewStore()
  const [documents, setDocuments] = useState<StoredDocument[] | null>(null)
  const key = ids && [...new Set(ids)].sort().join(' ')

  useEffect(() => {
    if (key === null) return
    if (key === '') return setDocuments([])
    const wanted = key.split(' ').flatMap((id) => [id, draftId(id)])
    const subscription = store
      .unstable_observeDocuments(wanted, everyVersion)
      .subscribe((found) => setDocuments(found.filter((document) => document !== undefined)))
    return () => subscription.unsubscribe()
  }, [store, key])

  return documents
}
