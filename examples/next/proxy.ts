import {type NextRequest, NextResponse} from 'next/server'
import {draft} from '@/sanity/lib/preview'

export const config = {matcher: '/roles/:slug'}

/** Pages of what is published are made ahead and know no cookie, so a session is shown another page at the same address. */
export function proxy(request: NextRequest) {
  const session = draft.session(request)
  const headers = draft.headers(session)
  if (!session) return NextResponse.next({headers})
  const path = request.nextUrl.pathname.replace('/roles/', '/drafts/')
  return NextResponse.rewrite(new URL(path, request.url), {headers})
}
