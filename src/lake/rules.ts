/** Names that may become part of an address or a key. They are Content Lake's own rules. */
export const isDatasetName = (name: string): boolean => /^~?[a-z0-9][-\w]{0,63}$/.test(name)

/** The project id is part of a host name. */
export const isProjectId = (id: string): boolean => /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(id)

export const isDocumentId = (id: string): boolean => /^[a-z0-9_][a-z0-9_.-]{0,127}$/i.test(id) && !/\.\.|\.$/.test(id)

/** What tells of a release: Content Lake makes and changes it by actions of their own. */
export const isReleaseId = (id: string): boolean => id.startsWith('_.releases.')

export const isTransactionId = (id: string): boolean => /^[a-z0-9_.-]{1,128}$/i.test(id)

/** What only a reader with a token may see: drafts, versions and the lake's own documents have a dot in their id. */
export const isPublicId = (id: string): boolean => !id.includes('.')

/** Before this API version, queries and listeners of those who may see drafts are about every version of a document. */
export const isAboutEveryVersion = (apiVersion: string): boolean => /^\d/.test(apiVersion) && apiVersion < '2025-02-19'
