// Named here, since `getTextInfo` is not there in every browser and runtime, and all are to print the same.
const rightToLeft = /^(?:Adlm|Ara[bn]|Gara|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syr|Thaa|Yezi)/

/** Which way a language is written, by the script its tag names or its speakers use: `pa-PK` from the right, `ks-Deva` from the left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
