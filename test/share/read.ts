import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {childrenOf} from '../read-back/html.ts'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** All elements of a document, as a browser would read it. */
export const elementsOf = (html: string): Element[] => elementsIn(parse(html))

export const elementsIn = (node: Node): Element[] =>
  childrenOf(node).flatMap((child) => [...('tagName' in child ? [child] : []), ...elementsIn(child)])

export const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''))

export const attributeOf = ({attrs}: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value

export const byId = (html: string, id: string): Element | undefined =>
  elementsOf(html).find((element) => attributeOf(element, 'id') === id)
