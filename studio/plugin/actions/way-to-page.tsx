import {useToast} from '@sanity/ui/toast'
import {type ReactNode, useEffect, useRef} from 'react'
import {type DocumentActionProps, type SanityClient, useClient} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {pageAddress} from '../content/page-address.ts'

/** A link to the page of what has just been published, where it has an address. */
export async function wayToPage(client: SanityClient, id: string): Promise<ReactNode> {
  const address = await pageAddress(client, id).catch(() => null)
  return (
    address && (
      <a href={address} target="_blank" rel="noopener noreferrer">
        See the page
      </a>
    )
  )
}

/** To be called as a role is being published: shows the way to its page once it is. */
export function useWayToPage({id, published}: DocumentActionProps): () => void {
  const client = useClient({apiVersion})
  const toast = useToast()
  const isAwaited = useRef(false)
  const revision = published?._rev

  useEffect(() => {
    if (!isAwaited.current || revision === undefined) return
    isAwaited.current = false
    wayToPage(client, id).then((description) => {
      if (description) toast.push({id: `page-of-${id}`, status: 'info', title: 'The page is there, too', description})
    })
  }, [client, id, revision, toast])

  return () => {
    isAwaited.current = true
  }
}
