import {type PortableTextOptions, toHTML} from '@portabletext/to-html'
import type {Prose, ProseLink} from '../page/prose.ts'
import {attribute} from './html-attributes.ts'
import {escapeHTML} from './html-escape.ts'

/**
 * Rich text as `p ul ol li strong em a br`. The lists are nested here: the toolkit loses its place where one inside of
 * another changes from bullets to numbers, and prints empty items.
 */
export function richTextHTML(content: Prose): string {
  const open: string[] = []
  let html = ''
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`
  }
  for (const {listItem, level = 1, ...block} of content) {
    if (listItem) {
      const list = listItem === 'number' ? 'ol' : 'ul'
      closeTo(open[level - 1] === list ? level : level - 1)
      html += open.length === level ? '</li>' : `<${list}>`
      open[level - 1] = list
      html += `<li>${inlineHTML(block)}`
    } else {
      closeTo(0)
      html += `<p>${inlineHTML(block)}</p>`
    }
  }
  closeTo(0)
  return html
}

const inlineHTML = (block: Prose[number]): string => toHTML(block, {components})

const components: PortableTextOptions['components'] = {
  escapeHTML,
  block: ({children}) => children ?? '',
  hardBreak: () => '<br>',
  marks: {
    link: ({children, value}) => `<a${attribute('href', (value as ProseLink).href)}>${children}</a>`,
  },
}
