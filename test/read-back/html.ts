import {type DefaultTreeAdapterTypes, parseFragment} from 'parse5'
import type {Outline} from './outline.ts'

type Node = DefaultTreeAdapterTypes.Node

const kinds = ['h1', 'h2', 'h3', 'p', 'li']

/** Reads HTML back as a browser would. */
export function outlineOfHTML(html: string): Outline {
  return read(parseFragment(html))
}

function read(node: Node): Outline {
  if (kinds.includes(node.nodeName)) {
    return [[node.nodeName as Outline[number][0], textOf(node)], ...childrenOf(node).filter(isList).flatMap(read)]
  }
  return childrenOf(node).flatMap(read)
}

/** The text of a node, without that of lists inside it. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (node.nodeName === 'br') return '\n'
  return childrenOf(node)
    .filter((child) => !isList(child))
    .map(textOf)
    .join('')
}

export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

const isList = ({nodeName}: Node): boolean => nodeName === 'ul' || nodeName === 'ol'

/** Elements and attribute names, without any text: what hostile content must not change. */
export function skeletonOfHTML(html: string): string {
  const print = (node: Node): string => {
    const inner = childrenOf(node).map(print).join('')
    if (node.nodeName.startsWith('#')) return inner
    const names = ('attrs' in node ? node.attrs : []).map(({name}) => name)
    return `<${[node.nodeName, ...names].join(' ')}>${inner}`
  }
  return print(parseFragment(html))
}
