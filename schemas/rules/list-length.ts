/**
 * A list that is longer than a reader takes in. Not Sanity's `max`: a Studio lets nobody add an item beyond that one, also
 * where it only warns.
 */
const atMost =
  (most: number, advice: string) =>
  (list: unknown): string | true =>
    !Array.isArray(list) || list.length <= most || advice

export const responsibilitiesProblem = atMost(15, 'More than 15 responsibilities are hard to read. Which matter most?')

export const mustHavesProblem = atMost(
  8,
  'More than 8 must-haves keep good people from applying. Could some be nice-to-have?',
)
