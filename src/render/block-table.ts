import type {Block} from '../page/section.ts'

/** One function for each kind of block: what a format is made of. The compiler names the kinds a table forgets. */
export type BlockTable<Context> = {
  [Kind in Block['kind']]: (block: Extract<Block, {kind: Kind}>, context: Context) => string
}

/** Prints a block by a format's table, without knowing the kinds. */
export function printBlock<Context>(table: BlockTable<Context>, block: Block, context: Context): string {
  const print = Object.hasOwn(table, block.kind) ? table[block.kind] : undefined
  return print ? (print as (block: Block, context: Context) => string)(block, context) : ''
}
