const mostKept = 1000

/** Keeps what was made of a text. Thousands of roles ask for the same few, and `Intl` is slow to ask. */
export function once<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, {value: Made}>()
  return (text) => {
    const known = made.get(text) ?? {value: make(text)}
    if (made.size < mostKept) made.set(text, known)
    return known.value
  }
}
