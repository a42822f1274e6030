import {type Node, Parser} from 'commonmark'
import type {Outline} from './outline.ts'

/** Reads Markdown back with the reference parser of CommonMark. */
export function outlineOfCommonMark(markdown: string): Outline {
  const outline: Outline = []
  const walker = new Parser().parse(markdown).walker()
  for (let step = walker.next(); step; step = walker.next()) {
    const {node, entering} = step
    if (!entering) continue
    if (node.type === 'heading') outline.push([`h${node.level}` as 'h1', textOf(node)])
    else if (node.type === 'paragraph') outline.push([isInItem(node) ? 'li' : 'p', textOf(node)])
    else if (!['document', 'list', 'item', 'text', 'strong', 'emph', 'link', 'linebreak'].includes(node.type)) {
      throw new Error(`Markdown holds a "${node.type}" that nobody wrote: ${node.literal ?? ''}`)
    }
  }
  return outline
}

function textOf(node: Node): string {
  let text = ''
  for (let child = node.firstChild; child; child = child.next)
    text += child.type === 'linebreak' ? '\n' : (child.literal ?? textOf(child))
  return text
}

const isInItem = (node: Node): boolean => node.parent?.type === 'item'
