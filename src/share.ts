import {type ShareContent, shareDocument} from './share/share-document.ts'

// The build writes in here the style sheets a share file needs, as one text, and what that is known by.
declare const themeShareStyles: string
declare const themeShareStylesHash: string

export type {ShareContent} from './share/share-document.ts'

/**
 * One HTML file for whoever is to review a role and has no login: what changes and why, what the checks have found, both
 * versions side by side, and the job description as it will be. It opens from disk, loads nothing, runs nothing, and prints
 * on A4. It is in the language of the role, and never throws, however much a draft lacks.
 */
export const shareFile = (content: ShareContent): string =>
  shareDocument(content, {styles: themeShareStyles, stylesHash: themeShareStylesHash})
