import {HtmlValidate} from 'html-validate'
import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {type RoleDraft, rolePage, toPlainText} from '../../../src/index.ts'
import {childrenOf} from '../../read-back/html.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The words of a text in their order, without what is between them. */
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a page's `main`. */
export const wordsOfPage = (html: string): string[] => words(elements(html, 'main').map(shownText).join(' '))

/** What that should be: all that the role page says as plain text, below the line that stands above its title. */
export function wordsOfRole(role: RoleDraft): string[] {
  const page = rolePage(role)
  return words(`${page.eyebrow ?? ''} ${toPlainText(page)}`)
}

/** All elements of this name in a document. */
export function elements(html: string, name: string): Element[] {
  const find = (node: Node): Element[] => [
    ...(node.nodeName === name ? [node as Element] : []),
    ...childrenOf(node).flatMap(find),
  ]
  return find(parse(html))
}

export const attribute = ({attrs}: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value

export function shownText(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  // Nor are the copy buttons, which are hidden until their script is there.
  if (node.nodeName === 'script' || ('attrs' in node && attribute(node, 'class') === 'roleprint-actions')) return ''
  return childrenOf(node).map(shownText).join(' ')
}

/** How attributes and ids are written is up to what prints the page; `_R_` is an id of React's. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {'valid-id': ['error', {relaxed: true}]},
})

/** What is wrong with the HTML of a page. */
export async function faultsOf(html: string): Promise<string[]> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) =>
    messages.map(({line, column, ruleId, message}) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
