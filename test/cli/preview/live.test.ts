import {describe, expect, test} from 'vitest'
import {drafts, path, previewFor, role} from './support/open-preview.ts'
import {type Heard, openStream} from './support/stream.ts'

const liveAt = (origin: string, page: string): string => `${origin}/live?at=${encodeURIComponent(page)}`
const holds =
  (words: string) =>
  ({event, data}: Heard): boolean =>
    event === 'page' && data.includes(words)
const isPage = ({event}: Heard): boolean => event === 'page'

describe('the stream of a page', () => {
  test('begins with whether it follows, and with the page', async () => {
    const {origin, get} = await previewFor()
    const {until, headers} = await openStream(liveAt(origin, drafts))
    expect(headers.get('content-type')).toBe('text/event-stream')
    expect(headers.get('cache-control')).toContain('no-store')
    await until(({event, data}) => event === 'status' && JSON.parse(data).isLive)
    expect(JSON.parse((await until(isPage)).data)).toBe((await get(drafts)).text)
  })

  test('sends nothing to whoever has the page already', async () => {
    const {origin} = await previewFor()
    const first = await openStream(liveAt(origin, drafts))
    const {id} = await first.until(isPage)
    const again = await openStream(liveAt(origin, drafts), {'Last-Event-ID': id ?? ''})
    const other = await openStream(liveAt(origin, drafts))
    await other.until(isPage)
    expect(again.heard.filter(isPage)).toEqual([])
  })

  test('tells of an edit of the role, of what it uses, and of a publication', async () => {
    const {origin, client} = await previewFor()
    const [draft, published] = [await openStream(liveAt(origin, drafts)), await openStream(liveAt(origin, path))]
    await Promise.all([draft.until(isPage), published.until(isPage)])
    const document = await client.getDocument(role)
    await client.create({...document, _id: `drafts.${role}`, _type: 'role', title: 'Model Mender'})
    await draft.until(holds('Model Mender'))
    const id = await client.fetch('*[_id == $role][0].mustHaveSkills[0].skill._ref', {role})
    const skill = await client.getDocument(id)
    await client.create({...skill, _id: `drafts.${id}`, _type: 'skill', statement: 'Mends what others broke.'})
    await draft.until(holds('Mends what others broke.'))
    expect(published.heard.filter(isPage)).toHaveLength(1)
    await client.action({actionType: 'sanity.action.document.publish', draftId: `drafts.${role}`, publishedId: role})
    const {data} = await published.until(holds('Model Mender'))
    expect(data).not.toContain('Mends what others broke.')
  })

  test('tells nothing where nothing printed changes', async () => {
    const {origin, client} = await previewFor()
    const stream = await openStream(liveAt(origin, drafts))
    await stream.until(isPage)
    await client.patch('siteSettings').set({unknownField: 'nobody prints this'}).commit()
    await client.patch(role).set({seoTitle: 'Printed'}).commit()
    await stream.until(holds('Printed'))
    expect(stream.heard.filter(isPage)).toHaveLength(2)
  })

  test('keeps the last page while the lake is away, and shows what was written meanwhile', async () => {
    const {origin, client, restartLake, lake} = await previewFor()
    const stream = await openStream(liveAt(origin, drafts))
    await stream.until(isPage)
    await restartLake(async () => {
      await stream.until(({event, data}) => event === 'status' && !JSON.parse(data).isLive)
    })
    expect(lake().port).toBe(Number(new URL(client.config().apiHost).port))
    // A question is asked again over a new connection; a write is not.
    await client.fetch('1')
    await client.patch(role).set({title: 'Written after the restart'}).commit()
    await stream.until(holds('Written after the restart'))
    expect(stream.heard.filter(({data}) => data.includes('cannot be read'))).toEqual([])
  })

  test('is for pages of the site alone, and for reading', async () => {
    const {origin, get} = await previewFor()
    for (const at of [
      `//x@${new URL(origin).host}/`,
      '',
      'http://evil.example/',
      '//evil.example/',
      '\\\\evil.example',
      'javascript:alert(1)',
    ]) {
      expect((await get(`/live?at=${encodeURIComponent(at)}`)).status).toBe(400)
    }
    expect((await get('/live?at=/', {method: 'POST'})).status).toBe(405)
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await openStream(liveAt(origin, '/'), {'Sec-Fetch-Site': site})).status).toBe(403)
    }
  })
})

describe('a role whose address is edited while somebody looks at it', () => {
  test('is shown on', async () => {
    const {origin, client} = await previewFor()
    const stream = await openStream(liveAt(origin, drafts))
    await stream.until(isPage)
    const document = await client.getDocument(role)
    const draft = {...document, _id: `drafts.${role}`, _type: 'role', slug: {current: 'ml'}, title: 'Moved on'}
    await client.create(draft)
    await stream.until(holds('Moved on'))
    expect(stream.heard.filter(holds('There is nothing here'))).toEqual([])
  })
})

describe('many viewers', () => {
  test('are a hundred; the others are asked to come again', async () => {
    const {origin} = await previewFor()
    const streams = await Promise.all(Array.from({length: 200}, () => openStream(liveAt(origin, drafts))))
    const statuses = streams.map(({status}) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(100)
    expect(statuses.filter((status) => status === 503)).toHaveLength(100)
    await Promise.all(streams.map(({leave}) => leave()))
    await expect.poll(async () => (await openStream(liveAt(origin, drafts))).status, {timeout: 10_000}).toBe(200)
  })

  test('hear the same', async () => {
    const {origin, client} = await previewFor()
    const streams = await Promise.all(Array.from({length: 100}, () => openStream(liveAt(origin, drafts))))
    await Promise.all(streams.map(({until}) => until(isPage)))
    await client.patch(role).set({title: 'For all of you'}).commit()
    const pages = await Promise.all(streams.map(({until}) => until(holds('For all of you'))))
    expect(new Set(pages.map(({data}) => data)).size).toBe(1)
  })
})
