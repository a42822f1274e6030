import {spawn} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {type AddressInfo, createServer} from 'node:net'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {build} from 'esbuild'
import {run} from './command.ts'

/** Each as npm has it: the package that holds the program itself, and where it is in there. */
export const runtimePackages = {
  bun: {specifier: '@oven/bun-linux-x64@1.4.5', program: '@oven/bun-linux-x64/bin/bun'},
  deno: {specifier: '@deno/linux-x64-glibc@2.9.6', program: '@deno/linux-x64-glibc/deno'},
  workerd: {
    specifier: '@cloudflare/workerd-linux-64@1.20261117.1',
    program: '@cloudflare/workerd-linux-64/bin/workerd',
  },
} as const

// Uses no more than every runtime has: no file, no process.
const printing = `import {fetchRole, jobDescription, rolePage, toDocument, toJsonLd, toMarkdown, toPlainText} from 'roleprint'
import {localSource, parseNdjsonFiles} from 'roleprint/local'
import {draftMode, webhook} from 'roleprint/preview'
import {content} from './content.js'

const secret = 'a secret of thirty letters or so'
const site = 'https://example.com'

/** Everything that is printed of one role, and what the preview answers to a link and to a signed change. */
export async function printed() {
  const source = localSource(parseNdjsonFiles(content))
  const role = await fetchRole(source, 'machine-learning-engineer')
  const job = jobDescription(role)
  const studio = {fetch: async () => ({personal: [secret], shared: []})}
  const draft = draftMode({client: studio, secret, studioUrl: 'https://studio.example.com'})
  const link = site + '/api?sanity-preview-secret=' + encodeURIComponent(secret) + '&sanity-preview-pathname=/roles/a'
  const answer = await draft.enable(new Request(link))
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  const body = JSON.stringify({_id: role._id, _type: 'role'})
  const time = Date.now()
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign'])
  const sum = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(time + '.' + body))
  const signature = btoa(String.fromCharCode(...new Uint8Array(sum))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const signed = await webhook({secret, source})(new Request(site, {method: 'POST', body,
    headers: {'content-type': 'application/json', 'sanity-webhook-signature': 't=' + time + ',v1=' + signature}}))
  return [toDocument(rolePage(role)), toMarkdown(job), toPlainText(job), toJsonLd(role), answer.status,
    JSON.stringify(draft.session(cookie)), signed.status, await signed.text()].join('\\n')
}
`

const lake = `import {startLake} from 'roleprint/lake'
import {parseNdjsonFiles} from 'roleprint/local'
import {content} from './content.js'

const lake = await startLake({dataDir: './lake-of-bun', port: 0, seed: () => parseNdjsonFiles(content)})
const query = encodeURIComponent('count(*[_type == "role"])')
const answer = await fetch(lake.url + '/v2025-02-19/data/query/' + lake.dataset + '?query=' + query,
  {headers: {authorization: 'Bearer ' + lake.token}})
const {result} = await answer.json()
await lake.close()
console.log(result)
`

/** The programs that every runtime runs, beside the consumer's installed tarball. */
export function writePrograms(folder: string, content: readonly {file: string; text: string}[]): void {
  writeFileSync(join(folder, 'content.js'), `export const content = ${JSON.stringify(content)}\n`)
  writeFileSync(join(folder, 'printing.js'), printing)
  writeFileSync(join(folder, 'print.js'), "import {printed} from './printing.js'\nconsole.log(await printed())\n")
  writeFileSync(join(folder, 'count.js'), lake)
  writeFileSync(
    join(folder, 'worker.js'),
    "import {printed} from './printing.js'\nexport default {fetch: async () => new Response((await printed()) + '\\n')}\n",
  )
}

/** What a worker answers that is bundled as Cloudflare's own tools do it, with no part of Node switched on. */
export async function printedByWorkerd(workerd: string, folder: string): Promise<string> {
  await build({
    ...{entryPoints: [join(folder, 'worker.js')], outfile: join(folder, 'bundled.js'), bundle: true, format: 'esm'},
    ...{platform: 'browser', conditions: ['workerd', 'worker'], logLevel: 'silent'},
    define: {'process.env.NODE_ENV': '"production"'},
  })
  const port = await freePort()
  writeFileSync(
    join(folder, 'worker.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker", esModule = embed "bundled.js")], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  )
  const process = spawn(workerd, ['serve', join(folder, 'worker.capnp')], {stdio: ['ignore', 'ignore', 'pipe']})
  const complaints: string[] = []
  process.stderr.on('data', (text) => complaints.push(`${text}`))
  try {
    for (;;) {
      if (process.exitCode !== null) throw new Error(complaints.join('') || `workerd ended with ${process.exitCode}`)
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
      if (answer?.ok) return await answer.text()
      if (answer) throw new Error(`${answer.status}: ${complaints.join('')}`)
      await setTimeout(100)
    }
  } finally {
    process.kill()
  }
}

/** Says where two printed texts part, since both are long. */
export function expectSame(printed: string, expected: string): string {
  if (printed === expected) return `${printed.length} characters`
  const lines = expected.split('\n')
  const other = printed.split('\n')
  const place = other.findIndex((line, index) => line !== lines[index])
  throw new Error(`line ${place + 1} is\n${other[place]?.slice(0, 300)}\nand not\n${lines[place]?.slice(0, 300)}`)
}

export const onNode = (folder: string, file: string): Promise<string> => run(process.execPath, [file], {cwd: folder})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
