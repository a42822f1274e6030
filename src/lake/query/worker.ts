import type {Order} from './messages.ts'
import {Work} from './work.ts'

/** Does its work in a process of its own, so that no query can keep the server waiting. */
const work = new Work(process.argv[2] === 'patient')
/** Once all is read, what reading left behind is given back: it would stay as long as there is room. */
const tidying = setTimeout(() => globalThis.gc?.(), 500)

process.on('message', async (order: Order) => {
  const reply = await work.do(order)
  if (order.kind === 'load') tidying.refresh()
  if (reply) process.send?.(reply)
})

// It lives and ends with the server, which finishes what was begun when it is told to stop.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
