import type {IncomingMessage} from 'node:http'
import {createClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {
  fetchRole,
  fetchRoles,
  type Perspective,
  RoleNotFoundError,
  roleBySlug,
  type Source,
  SourceError,
} from '../../src/index.ts'
import {fakeLake, json} from '../cli/support/fake-lake.ts'
import {sampleSource} from '../content.ts'

/** A real client, asked by its real requests, over a server on loopback that answers from the sample content. */
async function connect() {
  const {apiHost, requests} = await fakeLake(async (request, response) => {
    const {query, params, perspective} = questionOf(request)
    const result = await sampleSource.fetch(query, params, {perspective})
    response.writeHead(200, {'content-type': 'application/json'})
    response.end(JSON.stringify({result, ms: 1, query}))
  })
  const client = createClient({
    projectId: 'sample',
    dataset: 'production',
    apiHost,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  return {client, requests}
}

function questionOf(request: IncomingMessage) {
  const search = new URL(request.url ?? '', 'http://127.0.0.1').searchParams
  const params = [...search]
    .filter(([name]) => name.startsWith('$'))
    .map(([name, value]) => [name.slice(1), JSON.parse(value)])
  return {
    query: search.get('query') ?? '',
    params: Object.fromEntries(params),
    perspective: (search.get('perspective') ?? 'published') as Perspective,
  }
}

describe('a real @sanity/client', () => {
  it('is a source as it is', async () => {
    const {client} = await connect()
    const source: Source = client
    expect(await fetchRole(source, 'data-engineer')).toEqual(await fetchRole(sampleSource, 'data-engineer'))
  })

  it('asks once for a role with everything its page prints', async () => {
    const {client, requests} = await connect()
    await fetchRole(client, 'machine-learning-engineer', {perspective: 'published'})
    expect(requests).toHaveLength(1)
  })

  it.each(['published', 'drafts'] as const)(
    'answers as the documents themselves do, in the perspective %s',
    async (perspective) => {
      const {client} = await connect()
      const roles = await fetchRoles(client, {perspective})
      expect(roles).toEqual(await fetchRoles(sampleSource, {perspective}))
      for (const {slug} of roles) {
        const role = await fetchRole(client, slug ?? '', {perspective})
        expect(role).toEqual(await fetchRole(sampleSource, slug ?? '', {perspective}))
      }
    },
  )

  it('can be asked by the caller, and the answer parsed', async () => {
    const {client} = await connect()
    const {query, params, parse} = roleBySlug('ux-designer')
    expect(parse(await client.fetch(query, params))?.title).toBe('UX Designer')
  })

  it('that finds no role tells the nearest', async () => {
    const {client} = await connect()
    await expect(fetchRole(client, 'ux-desinger')).rejects.toThrow(RoleNotFoundError)
  })

  it('that gets no result says so, instead of "not found"', async () => {
    const {apiHost} = await fakeLake(json(200, {}))
    const client = createClient({
      projectId: 'x',
      dataset: 'x',
      apiHost,
      useProjectHostname: false,
      apiVersion: '1',
      useCdn: false,
    })
    await expect(fetchRole(client, 'x')).rejects.toThrow(SourceError)
  })
})
