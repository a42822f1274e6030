import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import type {Outline} from './outline.ts'

const inline = ['text', 'strong', 'emphasis', 'link']

/** Reads Markdown back with a second, independent parser. */
export const outlineOfMdast = (markdown: string): Outline => read(fromMarkdown(markdown), false)

function read(node: Nodes, isInItem: boolean): Outline {
  switch (node.type) {
    case 'heading':
      return [[`h${node.depth}` as 'h1', textOf(node)]]
    case 'paragraph':
      return [[isInItem ? 'li' : 'p', textOf(node)]]
    case 'root':
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => read(child, node.type === 'listItem'))
    default:
      throw new Error(`Markdown holds a "${node.type}" that nobody wrote`)
  }
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if ('children' in node && (inline.includes(node.type) || node.type === 'heading' || node.type === 'paragraph')) {
    return node.children.map(textOf).join('')
  }
  throw new Error(`Markdown holds a "${node.type}" that nobody wrote`)
}
