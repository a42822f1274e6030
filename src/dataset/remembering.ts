import {Recent} from './recent.ts'

/** Remembers the latest answers of a function of one string. */
export function remembering<Answer>(limit: number, make: (key: string) => Answer): (key: string) => Answer {
  const known = new Recent<string, Answer>(limit)
  return (key) => {
    const answer = known.get(key) ?? make(key)
    known.set(key, answer)
    return answer
  }
}
