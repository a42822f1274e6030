import {type DefaultTreeAdapterTypes, parseFragment} from 'parse5'

/** What a reader of the HTML gets: tags with their attributes, and the words between them, white space folded. */
export const htmlText = (html: string): string[] => walk(parseFragment(html))

function walk(node: DefaultTreeAdapterTypes.Node): string[] {
  if ('value' in node) return words(node.value)
  const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : []
  if (!('tagName' in node)) return children
  const attributes = node.attrs.map(({name, value}) => ` ${name}="${value}"`).join('')
  return [`<${node.tagName}${attributes}>`, ...children, `</${node.tagName}>`]
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)
