/** The version of Sanity's API the plugin is written for. Without a perspective it answers with what is published. */
export const apiVersion = '2025-02-19'

/** An older one, which answers with drafts and published documents alike where no perspective can be given. */
export const everyVersion = {apiVersion: '2024-10-01'}
