import type {Issue} from '../errors.ts'
import {safeHref} from '../text/safe-href.ts'
import {addressOf, annotationsOf, childrenOf, isObject, type Stored} from './prose.ts'

export interface Unprintable {
  code: Extract<Issue['code'], 'unknown-block' | 'unknown-annotation' | 'unsafe-link'>
  /** The type of the block or the annotation, or the address of the link. */
  what: string
  /** Which block of the text it is, or stands in. */
  index: number
}

/** What `prose` leaves out of stored rich text. */
export function unprintable(value: unknown): Unprintable[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((block: unknown, index) => (isObject(block) ? inBlock(block, index) : []))
}

function inBlock(block: Stored, index: number): Unprintable[] {
  const {_type, children} = block
  const unknown = (part: unknown): Unprintable => ({code: 'unknown-block', what: nameOf(part), index})
  const isText = Array.isArray(children) || typeof children === 'string'
  if (!isText) return _type === 'block' && isNothing(children) ? [] : [unknown(block)]
  const spans = childrenOf(block).filter(isObject)
  const marks = new Set(spans.flatMap(({marks}) => (Array.isArray(marks) ? marks : [])))
  const annotations = annotationsOf(block)
    .filter(({_key}) => marks.has(_key))
    .flatMap((annotation): Unprintable[] => {
      const address = addressOf(annotation)
      if (safeHref(address) !== null) return []
      return typeof address !== 'string' && annotation._type !== 'link'
        ? [{code: 'unknown-annotation', what: String(annotation._type), index}]
        : [{code: 'unsafe-link', what: String(address), index}]
    })
  return [...annotations, ...childrenOf(block).filter(isLost).map(unknown)]
}

/** Whether a part of a block holds something, and it is no text. */
function isLost(child: unknown): boolean {
  if (!isObject(child)) return !isNothing(child) && typeof child !== 'string'
  return typeof child.text !== 'string' && !(child._type === 'span' && isNothing(child.text))
}

const isNothing = (value: unknown): boolean => value === undefined || value === null

const nameOf = (part: unknown): string =>
  isObject(part) && typeof part._type === 'string' ? part._type : Array.isArray(part) ? 'list' : typeof part
