import type {PreviewConfig, PreviewValue} from 'sanity'
import {publishedId} from '../content/document-ids.ts'
import {UsageText} from './usage-text.tsx'

/** The preview of a shared document, with the number of roles that use it. */
export const withUsage = (preview: PreviewConfig | undefined): PreviewConfig => ({
  select: {...preview?.select, documentId: '_id'},
  prepare({documentId, ...selected}, viewOptions): PreviewValue {
    const shown = preview?.prepare?.(selected, viewOptions) ?? (selected as PreviewValue)
    if (typeof documentId !== 'string') return shown
    const rest = typeof shown.subtitle === 'string' ? shown.subtitle : undefined
    // A preview shows any node here, though its type says text.
    return {...shown, subtitle: <UsageText id={publishedId(documentId)} rest={rest} />} as unknown as PreviewValue
  },
})
