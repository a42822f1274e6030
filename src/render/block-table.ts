import type {Block} from '../page/section.ts'

/** One function for each kind of block: what a format is made of. The compiler names the kinds a table forgets. */
export type BlockTable<Context> = {
  [Kind in Block['kind']]: (block: Extract<Block, {kind: Kind}>, context: Context) => string
}

/** An entry of a table that somebody put there, and none of those every object has. */
export const own = <Table extends object, Key extends keyof Table>(table: Table, key: Key): Table[Key] | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** Prints a block by a format's table, without knowing the kinds. */
export function printBlock<Context>(table: BlockTable<Context>, block: Block, context: Context): string {
  const print = own(table, block.kind) as ((block: Block, context: Context) => string) | undefined
  return print ? print(block, context) : ''
}
