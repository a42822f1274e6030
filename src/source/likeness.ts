/** How alike two texts are: how many pairs of neighbouring letters of one the other has as well, for how long both are. */
export function likeness(one: string, other: string): number {
  const pairs = one.split('').filter((letter, index) => other.includes(letter + one[index + 1]))
  return pairs.length / (one.length + other.length)
}
