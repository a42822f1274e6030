import {contentChanged} from '@/sanity/lib/preview'

export const POST = contentChanged
