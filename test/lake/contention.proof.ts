import {once} from 'node:events'
import {connect} from 'node:net'
import {expect, onTestFinished, test} from 'vitest'
import {contentionProof} from '../../bench/lake/contention.ts'
import {runningLake} from './support/folder.ts'
import {heard} from './support/heard.ts'

test('of many who count one document up none is lost or counted twice, and each listener hears of all, in order', async () => {
  // How fast it is, is measured on a quiet machine.
  const settings = {clients: 32, increments: 25, listeners: 20, publishes: 40, rate: 20, latency: 2000}
  expect((await contentionProof(settings)).misses).toEqual([])
}, 180_000)

test('a listener that comes back and then reads nothing keeps no other waiting', async () => {
  const {client, url, token, dataset} = await runningLake({dataDir: ':memory:'})
  const text = 'x'.repeat(300_000)
  for (let number = 0; number < 60; number += 1)
    await client.createOrReplace({_id: 'large', _type: 'thing', number, text})
  const {hostname, port, host} = new URL(url)
  const idle = connect(Number(port), hostname)
  onTestFinished(() => void idle.destroy())
  const path = `/v2025-02-19/data/listen/${dataset}?query=*&includeResult=true&enableResume=true`
  const headers = [`Host: ${host}`, `Authorization: Bearer ${token}`, 'Last-Event-ID: 1.']
  idle.write(`GET ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
  await once(idle, 'readable')
  idle.pause()

  const {until} = heard<{type: string}>(client.listen('*', {}, {events: ['welcome', 'mutation']}))
  await until(1)
  await client.create({_id: 'small', _type: 'thing'})
  expect((await until(2)).map(({type}) => type)).toEqual(['welcome', 'mutation'])
}, 60_000)
