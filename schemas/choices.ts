/** A closed list of the vocabulary, as an editor picks from it. */
export const choices = <Name extends string>(list: Readonly<Record<Name, string>>): {title: string; value: Name}[] =>
  Object.keys(list).map((name) => ({title: list[name as Name], value: name as Name}))

/** The label of a stored value; nothing if the value is not of the list. */
export const labelOf = (list: Readonly<Record<string, string>>, value: unknown): string | undefined =>
  typeof value === 'string' && Object.hasOwn(list, value) ? list[value] : undefined
