export const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number))

/** The most numbers of a list that rise in the order they stand in: lines that stayed while others moved round them. */
export function longestRise(numbers: readonly number[]): Set<number> {
  // The smallest number that ends a rise of each length, and for each number the one before it.
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const number of numbers) {
    const length = ends.findIndex((end) => end >= number)
    const place = length === -1 ? ends.length : length
    ends[place] = number
    previous.set(number, ends[place - 1])
  }
  const rise = new Set<number>()
  for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rise.add(number)
  return rise
}
