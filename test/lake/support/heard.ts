import {expect, onTestFinished} from 'vitest'

interface Told<Event> {
  subscribe(observer: {next(event: Event): void; error(error: unknown): void}): {unsubscribe(): void}
}

/** Keeps what a stream tells, until the test is over. */
export function heard<Event>(stream: Told<Event>) {
  const events: Event[] = []
  const errors: unknown[] = []
  const subscription = stream.subscribe({
    next: (event) => void events.push(event),
    error: (error) => void errors.push(error),
  })
  onTestFinished(() => subscription.unsubscribe())
  return {
    events,
    errors,
    /** Waits until this many events have come; gives them all, so that one too many is seen. */
    async until(count: number): Promise<Event[]> {
      await expect.poll(() => events.length, waiting).toBeGreaterThanOrEqual(count)
      return events
    },
    async error(): Promise<unknown> {
      await expect.poll(() => errors.length, {timeout: 5000}).toBe(1)
      return errors[0]
    },
    stop: () => subscription.unsubscribe(),
  }
}

// A client whose connection was cut comes back after three seconds.
const waiting = {timeout: 20_000, interval: 5}
