// Scripts without spaces between words are compared by character.
const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu

/** The words of a text, each once. */
export const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(words) ?? [])

/** How much two texts have in common: 1 for the same words, 0 for none. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return (2 * shared) / (one.size + other.size)
}
