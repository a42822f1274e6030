import {distance} from 'fastest-levenshtein'

/** So many letters may be wrong in a word: two neighbours that changed places are two. */
function mostWrong(written: string, name: string): number {
  if (name.length < 4) return written[0] === name[0] ? 2 : 1
  return Math.max(2, Math.floor(name.length / 3))
}

/** ` Did you mean "build"?`, or nothing where no name is like what was written. */
export function didYouMean(written: string, names: readonly string[]): string {
  const own = bare(written)
  const [nearest] = names
    .map((name) => ({name, wrong: distance(own, bare(name)), isMixed: lettersOf(own) !== lettersOf(bare(name))}))
    .filter(({name, wrong}) => wrong <= mostWrong(own, bare(name)))
    .sort((one, other) => one.wrong - other.wrong || Number(one.isMixed) - Number(other.isMixed))
  return nearest ? ` Did you mean "${nearest.name}"?` : ''
}

const bare = (text: string): string => text.replace(/^-+/, '').toLowerCase()

const lettersOf = (word: string): string => [...word].sort().join('')
