import {connection} from 'next/server'
import {draft} from '@/sanity/lib/preview'

export async function GET(request: Request) {
  await connection() // not while the site is built
  return draft.disable(request)
}
