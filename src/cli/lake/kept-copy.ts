/** Tells that the data of a lake was of an earlier version, where it was. */
export const keptCopy = (copy: string | null): string =>
  copy === null ? '' : `The data was of an earlier version. It is up to date now, and kept as it was in ${copy}.\n`
