/** The words of a text, as a set to look them up in. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
