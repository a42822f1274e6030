import {parentPort, workerData} from 'node:worker_threads'
import {failureOf} from './print-failure.ts'
import {Printer} from './printer.ts'
import type {Reply} from './printers.ts'

const printer = new Printer(workerData)
const reply = (message: Reply) => parentPort?.postMessage(message)

// One after the other, so that answers come in the order of their tasks.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (task) => {
  last = last
    .then(() => printer.print(task))
    .then(
      (results) => reply({results}),
      (error) => reply(failureOf(error)),
    )
})
