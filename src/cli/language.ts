import type {Perspective, Source} from '../index.ts'
import {ContentError, UsageError} from './failures.ts'

/** Throws `UsageError` for what is no language tag. */
export function languageIn(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    throw new UsageError(`--language takes a language tag such as de or en-GB, not "${tag}".`)
  }
}

const languagesQuery = `{
  "languages": array::unique(*[_type == "role" && slug.current == $slug]{"tag": coalesce(language, "en")}.tag),
  "site": *[_type == "siteSettings" && _id == "siteSettings"][0].language
}`

/**
 * Of roles with one slug the one in the site's language answers. Throws `ContentError`, which names all languages, where the
 * site has none: which one answers would be chance.
 */
export async function assertOneLanguage(source: Source, slug: string, perspective: Perspective): Promise<void> {
  const answer = (await source.fetch(languagesQuery, {slug}, {perspective}).catch(() => null)) as {
    languages?: unknown
    site?: unknown
  } | null
  const languages = Array.isArray(answer?.languages) ? answer.languages.map(String).sort() : []
  if (languages.length < 2 || languages.some((language) => language === answer?.site)) return
  throw new ContentError(
    `There are roles with the slug "${slug}" in ${new Intl.ListFormat('en').format(languages)}. Say which: --language ${languages[0]}, for example.`,
  )
}
