import {useEffect, useState} from 'react'
import {type PreviewProps, useClient} from 'sanity'
import {publishedId} from '../content/document-ids.ts'
import {UsageCounts} from './usage-counts.ts'

const counters = new WeakMap<object, UsageCounts>()

/** A shared document as a list shows it, with the number of roles that use it. */
export function UsedByPreview(props: PreviewProps) {
  const client = useClient({apiVersion: '2025-02-19'})
  const [count, setCount] = useState<number | null>(null)
  const id = idOf(props)

  useEffect(() => {
    if (!id) return
    let isCurrent = true
    counterOf(client)
      .of(id)
      .then(
        (found) => isCurrent && setCount(found),
        () => {},
      )
    return () => {
      isCurrent = false
    }
  }, [client, id])

  if (count === null || typeof props.subtitle === 'function') return props.renderDefault(props)
  const use = count === 0 ? 'not used yet' : `used by ${count === 1 ? '1 role' : `${count} roles`}`
  const subtitle = props.subtitle ? `${use} · ${props.subtitle}` : use
  return props.renderDefault({...props, subtitle})
}

function counterOf(client: ReturnType<typeof useClient>): UsageCounts {
  const known = counters.get(client)
  if (known) return known
  const counter = new UsageCounts(client)
  counters.set(client, counter)
  return counter
}

// Where a preview is of a document, the Studio hands its id along with what is shown.
function idOf(props: PreviewProps): string | null {
  const {value, _id} = props as {value?: {_id?: unknown}; _id?: unknown}
  const id = _id ?? value?._id
  return typeof id === 'string' ? publishedId(id) : null
}
