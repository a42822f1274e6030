import type {PreviewConfig, PreviewValue} from 'sanity'
import {publishedId} from '../content/document-ids.ts'
import {UsageMark} from './usage-mark.tsx'

/** The preview of a shared document, with the number of roles that use it. */
export const withUsage = (preview: PreviewConfig | undefined): PreviewConfig => ({
  select: {...preview?.select, documentId: '_id'},
  prepare({documentId, ...selected}, viewOptions): PreviewValue {
    const shown = preview?.prepare?.(selected, viewOptions) ?? (selected as PreviewValue)
    return typeof documentId === 'string' ? {...shown, media: <UsageMark id={publishedId(documentId)} />} : shown
  },
})
