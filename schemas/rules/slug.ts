const words = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const maxSlugLength = 96

/** One sentence for a slug that is missing and for one that cannot be used. */
export const slugMessage = `Give the role an address of small letters (a–z), digits and single hyphens, ${maxSlugLength} characters at most: machine-learning-engineer.`

/** A slug is an address and a file name, so it keeps to what is safe in both. Sanity sees to it that it is unique. */
export function slugProblem(slug: {current?: unknown} | null | undefined): string | true {
  const address = slug?.current
  if (typeof address !== 'string' || address === '') return true
  if (address.length > maxSlugLength) return `Keep it to ${maxSlugLength} characters.`
  return (
    words.test(address) ||
    'Use small letters (a–z) and digits, with single hyphens between words: machine-learning-engineer.'
  )
}
