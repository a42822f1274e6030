const number = new Intl.NumberFormat('en')
const counted = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? one : many}`

/** How long a text is, for those whose form counts. */
export function measures(text: string, language: string): string {
  const words = [...segmenter(language).segment(text)].filter(({isWordLike}) => isWordLike).length
  return `${counted(words, 'word', 'words')}, ${counted([...text].length, 'character', 'characters')}`
}

// An editor may be half-way through typing the tag.
function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, {granularity: 'word'})
  } catch {
    return new Intl.Segmenter('en', {granularity: 'word'})
  }
}
