// A language with, perhaps, a script and a region: what a part of an address is called where pages are in several languages.
const tag = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/

/** A language has a part of the address to itself, `/roles/de/nurse`, so no role can be called like one. */
export function languageSlugProblem(slug: {current?: unknown} | null | undefined): string | true {
  const address = slug?.current
  if (typeof address !== 'string' || !isLanguageTag(address)) return true
  return `“${address}” is the name of a language, and roles in it may live below it. Add a word: ${address}-lead.`
}

function isLanguageTag(address: string): boolean {
  const [, language, script, region] = tag.exec(address) ?? []
  return (
    language !== undefined &&
    isCanonical(address) &&
    isKnown('language', language) &&
    (script === undefined || isKnown('script', script)) &&
    (region === undefined || isKnown('region', region.toUpperCase()))
  )
}

/** Roles live below the shortest name of a language: below `de`, and never below `deu`. */
function isCanonical(address: string): boolean {
  try {
    return Intl.getCanonicalLocales(address)[0]?.toLowerCase() === address
  } catch {
    return false
  }
}

function isKnown(type: Intl.DisplayNamesType, code: string): boolean {
  try {
    return new Intl.DisplayNames('en', {type, fallback: 'none'}).of(code) !== undefined
  } catch {
    return false
  }
}
