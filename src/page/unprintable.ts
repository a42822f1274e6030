import type {Issue} from '../errors.ts'
import {safeHref} from '../text/safe-href.ts'
import {isObject, type Stored, storedLinks} from './prose.ts'

export interface Unprintable {
  code: Extract<Issue['code'], 'unknown-block' | 'unsafe-link'>
  /** The type of the block, or the address of the link. */
  what: string
}

/** What `prose` leaves out of stored rich text. */
export function unprintable(value: unknown): Unprintable[] {
  if (!Array.isArray(value)) return []
  return value.filter(isObject).flatMap((block): Unprintable[] => {
    if (!Array.isArray(block.children)) return block._type === 'block' ? [] : [unknown(block)]
    const links = storedLinks(block.markDefs).filter(({href}) => safeHref(href) === null)
    const inline = block.children
      .filter(isObject)
      .filter(({_type, text}) => _type !== 'span' && typeof text !== 'string')
    return [...links.map(({href}): Unprintable => ({code: 'unsafe-link', what: String(href)})), ...inline.map(unknown)]
  })
}

const unknown = ({_type}: Stored): Unprintable => ({code: 'unknown-block', what: String(_type)})
