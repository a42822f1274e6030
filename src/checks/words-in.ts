/** A word not to use, as the source of a pattern, and what to do instead. */
export interface Word {
  pattern: string
  instead: string
}

/** Whether a word is meant as such, by what stands before and after it. */
export type IsMeant = (word: string, before: string, after: string) => boolean

const nearby = 60

/** The words of a list that a text has, as they stand there, each once. Whole words only, in any case. */
export function wordsIn(
  text: string,
  list: WordList,
  isMeant: IsMeant = () => true,
): {word: string; instead: string}[] {
  const found = new Map<string, string>()
  for (const {0: word, index} of text.matchAll(list.any)) {
    const after = index + word.length
    if (!isMeant(word, text.slice(Math.max(0, index - nearby), index), text.slice(after, after + nearby))) continue
    const entry = list.words.find(({whole}) => whole.test(word))
    if (entry && !found.has(word.toLowerCase())) found.set(word.toLowerCase(), `${word}\n${entry.instead}`)
  }
  return [...found.values()].map((entry) => {
    const [word = '', instead = ''] = entry.split('\n')
    return {word, instead}
  })
}

export interface WordList {
  any: RegExp
  words: readonly {whole: RegExp; instead: string}[]
}

/** Earlier words win over later ones that begin at the same place, so longer ones go first. */
export const wordList = (words: readonly Word[]): WordList => ({
  any: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.map(({pattern}) => pattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  words: words.map(({pattern, instead}) => ({whole: new RegExp(`^(?:${pattern})$`, 'iu'), instead})),
})
