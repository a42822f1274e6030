// Letters whose own name begins with a vowel sound: an F, an M, but a U.
const spelledWithAn = /^[AEFHILMNORSX]/
// Capitals that are read as a word: these, and from four letters on what can be spoken.
const spoken =
  /^(?:(?:LA[BNW]|MID|N(?:AS|E[TW]|OC)|ONE|R(?:AG|[AO]M)|S(?:A[FNS]|IM|KI|O[CX]|PA))$|(?=[A-Z]{4})(?:[FHLMNRX]|F[LR]|RH|S(?:[CHKLMNPQTVW]|CH|[CHPT]R|PL)?)[AEIOUY]|[AEIOU](?=[A-Z]{4}).*[AEIOU])/
const silentH = /^(?:heir|honest|honou?r|hour)/
// A vowel letter with the sound of "you" or "won".
const consonantSound = /^(?:e[uw]|once|one(?![a-z])|ubi|u(?:k|nan|ni)(?![mn])|ur[aeiou]|us[aeu]|ut[ei])/

/** "a" or "an", by the sound of what follows: an SEO Specialist, a UX Designer, an HR Manager. */
export function article(noun: string): 'a' | 'an' {
  const word = noun.normalize('NFD').match(/[A-Za-z\d][\w&]*/)?.[0] ?? ''
  if (/^\d/.test(word)) return /^(?:8|1[18](?!\d))/.test(word) ? 'an' : 'a'
  const capitals = word.match(/^[A-Z](?![a-z])[A-Z&\d]*/)?.[0]
  if (capitals && !spoken.test(capitals)) return spelledWithAn.test(word) ? 'an' : 'a'
  const sound = word.toLowerCase()
  return silentH.test(sound) || (/^[aeiou]/.test(sound) && !consonantSound.test(sound)) ? 'an' : 'a'
}
