import {onTestFinished} from 'vitest'
import {run} from '../../../src/cli/run.ts'
import {baker, contentFile, nurse, nurseDraft, shared} from './content.ts'

const cook = {...nurse, _id: 'drafts.role-cook', title: 'Cook <b>"1"</b>', slug: {current: 'cook'}}
export const documents = [nurse, nurseDraft, baker, cook, ...shared]

/** The site on a port of its own, until the test is over. */
export async function serve(argv: string[] = [], env = {}) {
  const {stdout, stderr, exitCode, close} = await run(['serve', '--port', '0', ...argv], env, {timeout: 300})
  if (close) onTestFinished(close)
  const port = Number(new URL(stdout.trim()).port)
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
    return {status: response.status, headers: response.headers, text: await response.text()}
  }
  return {port, get, stdout, stderr, exitCode}
}

/** The site with the documents above. */
export const sample = async () => serve(['--content', await contentFile(documents)])
