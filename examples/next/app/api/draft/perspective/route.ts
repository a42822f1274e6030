import {draft} from '@/sanity/lib/preview'

export const POST = draft.setPerspective
