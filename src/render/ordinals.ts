import type {Prose} from '../page/prose.ts'

/** For each block its number in its list, and 0 for what has none. A list goes on while what is deeper stands in it. */
export function ordinals(content: Prose): number[] {
  let open: number[] = []
  return content.map(({listItem, level = 1}) => {
    open = listItem ? open.slice(0, level) : []
    if (!listItem) return 0
    const number = listItem === 'number' ? (open[level - 1] ?? 0) + 1 : 0
    open[level - 1] = number
    return number
  })
}
