import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {
  disablePreviewAccessSharing,
  enablePreviewAccessSharing,
} from '@sanity/preview-url-secret/toggle-preview-access-sharing'
import {describe, expect, it} from 'vitest'
import {draftMode} from '../../src/preview.ts'
import {clientOf, lakeWith} from '../lake/support/lake.ts'
import {cookieOf, get, linkWith, officialLink, signingSecret, studio} from './support/site.ts'

describe('on a lake, with what the Studio writes', () => {
  it('a personal link opens a preview', async () => {
    const {client} = await lakeWith()
    const draft = draftMode({client, secret: signingSecret, studioUrl: studio})
    const {secret} = await createPreviewSecret(client, 'sanity/presentation', studio, 'u')
    const answer = await draft.enable(get(await officialLink({secret, perspective: 'rSpring,drafts'})))
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/roles/data-engineer'])
    expect(draft.session(cookieOf(answer))).toEqual({perspective: ['rSpring', 'drafts']})
    expect((await draft.enable(get(linkWith(['secret', secret.slice(1)])))).status).toBe(401)
  })

  it('a personal link of more than an hour ago does not', async () => {
    const {secret, ...document} = {
      ...{_id: 'drafts.old', _type: 'sanity.previewUrlSecret', secret: 'b2xkLXNlY3JldC1vZi1hbi1ob3Vy'},
      _updatedAt: new Date(Date.now() - 3_601_000).toISOString(),
    }
    const {client} = await lakeWith([{...document, secret}])
    expect(await client.fetch('*[_id == "drafts.old"][0]._updatedAt', {}, {perspective: 'raw'})).toBe(
      document._updatedAt,
    )
    const draft = draftMode({client, secret: signingSecret})
    expect((await draft.enable(get(linkWith(['secret', secret])))).status).toBe(401)
  })

  it('a shared link opens one until sharing ends', async () => {
    const {client} = await lakeWith()
    const draft = draftMode({client, secret: signingSecret, studioUrl: studio})
    const {secret} = await enablePreviewAccessSharing(client, 'sanity/presentation', studio, 'u')
    expect((await draft.enable(get(linkWith(['secret', secret])))).status).toBe(307)
    await disablePreviewAccessSharing(client, 'sanity/presentation', studio, 'u')
    expect((await draft.enable(get(linkWith(['secret', secret])))).status).toBe(401)
    expect((await draft.enable(get(linkWith(['secret', 'null'])))).status).toBe(401)
  })

  it('nothing opens one where the client may not see drafts', async () => {
    const {lake, client} = await lakeWith()
    const {secret} = await createPreviewSecret(client, 'sanity/presentation', studio, 'u')
    const draft = draftMode({client: clientOf(lake, {token: undefined}), secret: signingSecret})
    const answer = await draft.enable(get(await officialLink({secret})))
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([502, []])
  })

  it('an older version of the API in the client changes nothing', async () => {
    const {lake, client} = await lakeWith()
    const {secret} = await createPreviewSecret(client, 'sanity/presentation', studio, 'u')
    const older = clientOf(lake, {apiVersion: '2021-06-07', perspective: 'published', useCdn: true})
    const draft = draftMode({client: older, secret: signingSecret})
    expect((await draft.enable(get(await officialLink({secret})))).status).toBe(307)
  })
})
