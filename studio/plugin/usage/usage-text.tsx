import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {UsageCounts} from './usage-counts.ts'

const counters = new WeakMap<object, UsageCounts>()

/** “used by 4 roles”, before what else is said of a shared document. */
export function UsageText({id, rest}: {id: string; rest: string | undefined}) {
  const client = useClient({apiVersion: '2025-02-19'})
  const [count, setCount] = useState<number | null>(null)

  useEffect(() => {
    let isCurrent = true
    counterOf(client)
      .of(id)
      .then(
        (found) => isCurrent && setCount(found),
        // A list without its numbers is still a list.
        () => {},
      )
    return () => {
      isCurrent = false
    }
  }, [client, id])

  return [count === null ? undefined : usage(count), rest].filter(Boolean).join(' · ')
}

const usage = (count: number): string =>
  count === 0 ? 'not used yet' : count === 1 ? 'used by 1 role' : `used by ${count} roles`

function counterOf(client: ReturnType<typeof useClient>): UsageCounts {
  const known = counters.get(client)
  if (known) return known
  const counter = new UsageCounts(client)
  counters.set(client, counter)
  return counter
}
