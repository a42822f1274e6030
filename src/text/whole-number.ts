/** A whole number from 1 to `most`, whatever is given: 1 for what is no number. */
export const wholeNumber = (value: unknown, most: number): number =>
  Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), most)
