/** Lets only so many at once: who comes when all are busy waits in line. */
export interface Turns {
  /** Resolves when it is one's turn, or rejects when the signal aborts. Whoever has asked before goes first. */
  take(isFirst: boolean, signal: AbortSignal): Promise<void>
  /** The turn is over. */
  leave(): void
}

export function turnsOf(most: number): Turns {
  let free = most
  const again = new Set<() => void>()
  const first = new Set<() => void>()
  return {
    take: (isFirst, signal) =>
      new Promise((resolve, reject) => {
        if (free > 0) {
          free -= 1
          return resolve()
        }
        const line = isFirst ? first : again
        line.add(resolve)
        signal.addEventListener('abort', () => line.delete(resolve) && reject(signal.reason))
      }),
    leave() {
      for (const line of [again, first]) {
        for (const next of line) {
          line.delete(next)
          return next()
        }
      }
      free += 1
    },
  }
}
