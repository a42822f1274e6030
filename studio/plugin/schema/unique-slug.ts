import {apiVersion} from '../content/api-version.ts'

/** As much of `SlugValidationContext` as is asked for. */
interface Context {
  document?: {_id: string; language?: unknown} | undefined
  getClient(options: {apiVersion: string}): {
    withConfig(config: {perspective: 'raw'}): {
      fetch(query: string, params: Record<string, unknown>, options: {tag: string}): Promise<unknown>
    }
  }
}

// As Sanity asks by itself, but for the language: where the site has one, each language has addresses of its own.
const takenQuery = `defined(*[
  _type == "role" && slug.current == $slug && !(_id in [$id, "drafts." + $id]) && !string::startsWith(_id, "versions.")
  && (!defined(*[_type == "siteSettings" && _id == "siteSettings"][0].language) || lower(coalesce(language, "en")) == lower($language))
][0]._id)`

/** Whether no other role has this address. */
export async function isUniqueSlug(slug: string, {document, getClient}: Context): Promise<boolean> {
  const id = document?._id.replace(/^(?:drafts|versions\.[^.]+)\./, '') ?? ''
  const language = typeof document?.language === 'string' ? document.language : 'en'
  const client = getClient({apiVersion}).withConfig({perspective: 'raw'})
  return !(await client.fetch(takenQuery, {slug, id, language}, {tag: 'validation.slug-is-unique'}))
}
