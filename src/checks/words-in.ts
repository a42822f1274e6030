/** A word not to use, as the source of a pattern, and what to do instead. */
export interface Word {
  pattern: string
  instead: string
}

/** Whether a word is meant as such, by the few words that stand before and after it. */
export type IsMeant = (word: string, before: string, after: string) => boolean

const nearby = 8

/** The words of a list that a text has, as they stand there, each once. Whole words only, in any case. */
export function wordsIn(
  text: string,
  list: WordList,
  isMeant: IsMeant = () => true,
): {word: string; instead: string}[] {
  const found = new Map<string, string>()
  for (const {0: word, index} of text.matchAll(list.any)) {
    const after = index + word.length
    if (!isMeant(word, text.slice(wordsBefore(text, index), index), text.slice(after, wordsAfter(text, after))))
      continue
    const entry = list.words.find(({whole}) => whole.test(word))
    if (entry && !found.has(word.toLowerCase())) found.set(word.toLowerCase(), `${word}\n${entry.instead}`)
  }
  return [...found.values()].map((entry) => {
    const [word = '', instead = ''] = entry.split('\n')
    return {word, instead}
  })
}

/** Where the words before a place begin: however long they are, for who is spoken of does not depend on it. */
function wordsBefore(text: string, index: number): number {
  let start = index
  for (let word = 0; word <= nearby && start > 0; word += 1) start = text.lastIndexOf(' ', start - 1)
  return start < 0 ? 0 : start
}

function wordsAfter(text: string, index: number): number {
  let end = index
  for (let word = 0; word <= nearby && end >= 0; word += 1) end = text.indexOf(' ', end + 1)
  return end < 0 ? text.length : end
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
