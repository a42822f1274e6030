import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {UsageCounts} from './usage-counts.ts'

const counters = new WeakMap<object, UsageCounts>()

/** How many roles use a shared document, in the place of its picture. */
export function UsageMark({id}: {id: string}) {
  const client = useClient({apiVersion})
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

  if (count === null) return null
  const text = `Used by ${count === 1 ? '1 role' : `${count} roles`}`
  return (
    <span role="img" aria-label={text} title={text} style={mark}>
      <strong style={{fontSize: 13}}>{count}</strong>
      {count === 1 ? 'role' : 'roles'}
    </span>
  )
}

const mark = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  font: '9px/1.2 system-ui, sans-serif',
  opacity: 0.85,
} as const

function counterOf(client: ReturnType<typeof useClient>): UsageCounts {
  const known = counters.get(client)
  if (known) return known
  const counter = new UsageCounts(client)
  counters.set(client, counter)
  return counter
}
