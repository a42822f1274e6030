import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {rolePage, roleUrl} from 'roleprint'
import {Role} from '@/components/role'
import {publishedRole, publishedRoles} from '@/sanity/lib/roles'

interface Props {
  params: Promise<{slug: string}>
}

// A role that is new waits for its whole page, so that one that is not there can be answered with 404.
export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await publishedRoles()).map(({slug}) => ({slug}))
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  const role = await publishedRole((await params).slug)
  if (!role) return {}
  const {seoTitle, description} = rolePage(role)
  return {title: seoTitle, description, alternates: {canonical: roleUrl(role)}}
}

export default async function Page({params}: Props) {
  const role = await publishedRole((await params).slug)
  if (!role) notFound()
  return <Role role={role} />
}
