/** What it gives, or `null` where it throws: anything may be thrown, and what is thrown may throw when it is looked at. */
export function tried<Result>(look: () => Result): Result | null {
  try {
    return look()
  } catch {
    return null
  }
}
