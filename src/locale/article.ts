import indefinite from 'indefinite'

// Where the library hears it wrong. The first word, in lower case.
const spokenWith: Readonly<Record<string, 'a' | 'an'>> = {
  eu: 'an',
  'fp&a': 'an',
  heir: 'an',
  honorary: 'an',
  lan: 'a',
  'm&a': 'an',
  mlops: 'an',
  nasa: 'a',
  nato: 'a',
  net: 'a',
  scada: 'a',
  unix: 'a',
}

/** "a" or "an", by the sound of what follows: an SEO Specialist, a UX Designer, an HR Manager. */
export function article(noun: string): string {
  const first = noun.match(/[\p{L}\p{N}][^\s–—/,-]*/u)?.[0] ?? ''
  if (first === '') return 'a'
  const word = first.toLowerCase()
  return Object.hasOwn(spokenWith, word) ? (spokenWith[word] as string) : indefinite(first, {articleOnly: true})
}
