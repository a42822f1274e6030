import {describe, expect, onTestFinished, test} from 'vitest'
import {Viewers} from '../../../src/cli/preview/viewers.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

function viewers(options: ConstructorParameters<typeof Viewers>[0] = {}) {
  const opened = new Viewers(options)
  onTestFinished(() => opened.close())
  return opened
}

/** Reads on demand, as a browser behind a slow line does. */
function slowReader(response: Response) {
  const reader = response.body?.getReader()
  return {
    read: async () => new TextDecoder().decode((await reader?.read())?.value),
    leave: () => reader?.cancel(),
  }
}

describe('viewers', () => {
  test('who read slowly get the latest page, and none of those between', async () => {
    const open = viewers()
    let page = 'page 0'
    const {read} = slowReader(open.open('a', async () => page, null))
    await settle()
    for (let edit = 1; edit <= 1000; edit++) {
      page = `page ${edit}`
      await open.changed()
    }
    const first = await read()
    expect(first.match(/event: page/g)).toHaveLength(1)
    expect(first).toContain('"page 1000"')
  })

  test('of one page have it rendered once for each change', async () => {
    const open = viewers()
    let rendered = 0
    const render = async () => `page ${++rendered}`
    for (let each = 0; each < 10; each++) open.open('a', render, null)
    await settle()
    const before = rendered
    await open.changed()
    expect(rendered - before).toBe(1)
  })

  test('never see an older page after a newer one', async () => {
    const open = viewers()
    const finish: ((html: string) => void)[] = []
    const {read} = slowReader(open.open('a', () => new Promise((resolve) => finish.push(resolve)), null))
    const changing = open.changed()
    finish[1]?.('newer')
    await changing
    finish[0]?.('older')
    await settle()
    expect(await read()).toContain('"newer"')
    const [later] = await Promise.race([Promise.all([read()]), settle().then(() => ['nothing'])])
    expect(later).toBe('nothing')
  })

  test('who leave are forgotten', async () => {
    const open = viewers()
    const readers = Array.from({length: 50}, (_, each) =>
      slowReader(open.open(`page ${each % 7}`, async () => 'x', null)),
    )
    await settle()
    expect(open.size).toBe(50)
    await Promise.all(readers.map(({read}) => read()))
    await Promise.all(readers.map(({leave}) => leave()))
    expect(open.size).toBe(0)
  })

  test('are refused where there are too many, and let in when one leaves', async () => {
    const open = viewers({most: 2})
    const [one] = [open.open('a', async () => 'x', null), open.open('a', async () => 'x', null)]
    const refused = open.open('a', async () => 'x', null)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await refused.text()).toContain('Close some of them')
    await one?.body?.cancel()
    expect(open.open('a', async () => 'x', null).status).toBe(200)
  })

  test('get a page that could not be read as soon as it can', async () => {
    const open = viewers({retry: 5})
    let isThere = false
    const {read} = slowReader(open.open('a', async () => (isThere ? 'here again' : null), null))
    expect(await read()).not.toContain('event: page')
    isThere = true
    expect(await read()).toContain('"here again"')
  })

  test('hear a sign of life from time to time', async () => {
    const {read} = slowReader(viewers({heartbeat: 5}).open('a', async () => null, null))
    await read()
    expect(await read()).toBe(': \n\n')
  })

  test('end with the preview', async () => {
    const open = viewers()
    const {read} = slowReader(open.open('a', async () => 'x', null))
    await settle()
    await read()
    open.close()
    expect(await read()).toBe('')
    expect(open.size).toBe(0)
  })
})
