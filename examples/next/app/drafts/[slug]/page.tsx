import {headers} from 'next/headers'
import {notFound} from 'next/navigation'
import {connection} from 'next/server'
import {Suspense} from 'react'
import {fetchRole} from 'roleprint'
import {markFields} from 'roleprint/preview'
import {Role} from '@/components/role'
import {draft, draftClient, studioUrl} from '@/sanity/lib/preview'
import {nullWhereNotFound} from '@/sanity/lib/roles'

interface Props {
  params: Promise<{slug: string}>
}

/** What proxy.ts shows in place of /roles/[slug] to whoever has a session. */
export default function Page(props: Props) {
  return (
    <Suspense>
      <Draft {...props} />
    </Suspense>
  )
}

async function Draft({params}: Props) {
  await connection() // never ahead, nor in the background
  const session = draft.session((await headers()).get('cookie'))
  if (!session) notFound()
  const role = await fetchRole(draftClient, (await params).slug, session).catch(nullWhereNotFound)
  if (!role) notFound()
  return <Role role={studioUrl ? markFields(role, {studioUrl}) : role} />
}
