/** The tag of everything made of the role with this slug. */
export const roleTag = (slug: string): string => `role:${slug}`

/** The tag of everything that holds this document. */
export const documentTag = (id: string): string => `document:${id}`

/** The tag of every list of roles. */
export const rolesTag = 'roles'
