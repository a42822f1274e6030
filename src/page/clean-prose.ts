import type {PortableTextSpan} from '@portabletext/types'
import {cleanStega} from '../text/stega.ts'
import {type Prose, prose} from './prose.ts'

/**
 * Rich text without edit markers, a paragraph at a time: what looks like the rest of a marker at the end of a span may be
 * a joiner that the next one needs, and white space that a marker stood behind is at an end only now.
 */
export const cleanProse = (content: Prose): Prose =>
  content.every(({children}) => children.every(({text}) => cleanStega(text) === text))
    ? content
    : prose(content.map((block) => ({...block, children: cleanSpans(block.children)})))

function cleanSpans(spans: PortableTextSpan[]): PortableTextSpan[] {
  const clean = cleanStega(spans.map(({text}) => text).join(''))
  let at = 0
  return spans.map((span) => {
    let text = ''
    for (const letter of span.text) {
      if (!clean.startsWith(letter, at)) continue
      text += letter
      at += letter.length
    }
    return {...span, text}
  })
}
