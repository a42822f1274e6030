import type {ServeCommand} from '../command-type.ts'
import type {Content} from '../content.ts'
import {startServer} from './server.ts'
import {createSite} from './site.ts'

/** Starts the sample site. It runs until it is closed. */
export async function serve(content: Content, {port: wanted}: ServeCommand) {
  const {port, close} = await startServer(createSite(content), wanted)
  const isOther = wanted !== 0 && port !== wanted
  return {
    stdout: `http://localhost:${port}/\n`,
    stderr: isOther ? `Port ${wanted} is taken, so the site is on port ${port}.\n` : '',
    close,
  }
}
