/** The embedded lake's names, unless the environment names a Sanity project. */
const hosted = process.env.SANITY_STUDIO_PROJECT_ID

export const isEmbedded = !hosted
export const projectId = hosted || 'local'
export const dataset = process.env.SANITY_STUDIO_DATASET || 'production'
