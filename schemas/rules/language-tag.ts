/** A language is named by a BCP 47 tag. */
export function languageTagProblem(tag: unknown): string | true {
  if (typeof tag !== 'string' || tag === '') return true
  try {
    Intl.getCanonicalLocales(tag)
    return true
  } catch {
    return 'Use a language tag: en, en-GB, pt-BR.'
  }
}
