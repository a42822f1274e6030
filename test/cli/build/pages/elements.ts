import {type DefaultTreeAdapterMap, parse, defaultTreeAdapter as tree} from 'parse5'

export type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** All elements of a document, as a browser would read it. */
export function elementsOf(document: string): Element[] {
  const walk = (node: Node): Element[] => [
    ...(tree.isElementNode(node) ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ]
  return walk(parse(document))
}

export const attributeOf = (element: Element | undefined, wanted: string): string | null =>
  element?.attrs.find(({name}) => name === wanted)?.value ?? null

export function textOf(node: Node | undefined): string {
  if (!node) return ''
  if (tree.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

export const named = (elements: readonly Element[], tag: string): Element[] =>
  elements.filter(({tagName}) => tagName === tag)

export const classed = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((element) => (attributeOf(element, 'class') ?? '').split(' ').includes(name))

/** An element without what its attributes and texts say. */
export const shapeOf = ({tagName, attrs}: Element): string => [tagName, ...attrs.map(({name}) => name)].join(' ')

/** `<meta>` and `<link>` by what they are named for. */
export const headOf = (elements: readonly Element[]): Record<string, string | null> =>
  Object.fromEntries([
    ...named(elements, 'meta').map((meta) => [
      attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? 'charset',
      attributeOf(meta, 'content'),
    ]),
    ...named(elements, 'link').map((link) => [
      [attributeOf(link, 'rel'), attributeOf(link, 'type'), attributeOf(link, 'hreflang')].filter(Boolean).join(' '),
      attributeOf(link, 'href'),
    ]),
  ])
