const ledIn = /^\s*(?:report(?:s|ing)?\s+to|the|an?)\s/i

/** `reportsTo` holds bare titles: the page brings the words around them. */
export const managerTitleProblem = (title: unknown): string | true =>
  typeof title !== 'string' || !ledIn.test(title) || 'Write the bare title: Head of ML. The page adds “Reports to the”.'
