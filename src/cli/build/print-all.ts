import type {RoleReader} from './content.ts'
import type {Result} from './printed-role.ts'
import type {Wanted} from './printer.ts'
import type {Printers} from './printers.ts'

// A page of roles: one request, one task.
const pageSize = 100

/**
 * Reads and prints roles, a page at a time, a few pages at once. What came of a page is handed on as it comes; nothing
 * of it is kept here. Throws the first error there is, once nothing is at work any more.
 */
export async function printAll(
  wanted: readonly Wanted[],
  read: RoleReader | null,
  printers: Printers,
  onResults: (results: Result[]) => void,
): Promise<void> {
  const pages = pagesOf(wanted)
  let hasFailed = false
  const work = async () => {
    for (const roles of pages) {
      if (hasFailed) return
      const answers = read && (await read(roles.map(({id}) => id)))
      onResults(await printers.print({roles, answers}))
    }
  }
  // Twice as many as there are printers, so that none waits for the next page to be read.
  const workers = Array.from({length: printers.size * 2}, () =>
    work().catch((error) => {
      hasFailed = true
      throw error
    }),
  )
  const ends = await Promise.allSettled(workers)
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}

function* pagesOf(wanted: readonly Wanted[]): Generator<Wanted[]> {
  for (let start = 0; start < wanted.length; start += pageSize) yield wanted.slice(start, start + pageSize)
}
