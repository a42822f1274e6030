/** Remembers the latest answers of a function of one string. */
export function remembering<Answer>(limit: number, make: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>()
  return (key) => {
    const answer = known.get(key) ?? make(key)
    known.delete(key)
    known.set(key, answer)
    if (known.size > limit) known.delete(known.keys().next().value ?? key)
    return answer
  }
}
