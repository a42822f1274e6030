import type {SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import type {FollowTiming, StatusEvent} from '../../src/index.ts'
import {clientOf, lakeWith} from '../lake/support/lake.ts'
import {
  always,
  deaf,
  type FaultServer,
  faultServer,
  frame,
  hangUp,
  instead,
  isMutation,
  page,
  status,
  withoutWelcome,
} from './support/fault-server.ts'
import {comesRight, during, liveReader, type Stream, waiting} from './support/reader.ts'

const documents = [
  {_id: 'nurse', _type: 'role', title: 'Nurse'},
  {_id: 'baker', _type: 'role', title: 'Baker'},
  {_id: 'calm', _type: 'skill', name: 'Calm'},
  {_id: 'oven', _type: 'tool', name: 'Oven'},
]

interface Fault {
  name: string
  streams?: Stream[]
  begin(server: FaultServer): void
  end?(server: FaultServer): void
  /** What the reader is told of it: none of these where it need not know. */
  told?: StatusEvent['status']
  message?: RegExp
  reason?: string
  timing?: Partial<FollowTiming>
}

const broken = frame('mutation', '{"documentId": "nur') + frame('message', '{"tags": ["s1:')
const keepBack = (server: FaultServer) => {
  server.edit = (text) => (isMutation(text) ? '' : text)
}

const faults: Fault[] = [
  {name: 'the connection drops, and none can be made', begin: instead(hangUp), told: 'waiting', message: /lost|made/},
  {
    name: 'each connection drops after its welcome',
    begin: (server) => {
      server.edit = (text) => {
        setTimeout(() => server.cut(), 1)
        return isMutation(text) ? '' : text
      }
      server.cut()
    },
    told: 'waiting',
  },
  {name: '500', begin: instead(status(500)), told: 'waiting'},
  {name: '503', begin: instead(status(503)), told: 'waiting'},
  {name: '429', begin: instead(status(429)), told: 'waiting'},
  {name: '204', begin: instead(status(204)), told: 'waiting'},
  {name: 'a page instead of events', begin: instead(page), told: 'waiting', message: /made/},
  {name: 'no answer', begin: instead(deaf), told: 'waiting', message: /welcome/, timing: {welcome: 400}},
  {name: 'no welcome', begin: instead(withoutWelcome), told: 'waiting', message: /welcome/, timing: {welcome: 400}},
  {
    name: 'a frame that cannot be read',
    begin: always(broken),
    told: 'waiting',
    message: /could not be read/,
    timing: {unreadable: 2000},
  },
  {
    name: 'an error event',
    begin: always(frame('error', '{"message": "The shard is gone."}')),
    told: 'waiting',
    message: /The shard is gone\./,
  },
  {
    name: 'a channel error',
    begin: always(frame('channelError', '{"message": "The filter is too slow."}')),
    told: 'waiting',
    message: /The filter is too slow\./,
  },
  {
    name: 'reset',
    streams: ['listen'],
    begin: keepBack,
    end: (server) => server.say(frame('reset', '{}')),
    reason: 'reset',
  },
  {
    name: 'restart',
    streams: ['live'],
    begin: keepBack,
    end: (server) => server.say(frame('restart', '{}')),
    reason: 'restart',
  },
  {
    name: 'a change that is not named',
    begin: keepBack,
    end: (server) => server.say(frame('mutation', '{}') + frame('message', '{"tags": null}')),
    reason: 'unnamed',
  },
  {
    name: 'goaway',
    streams: ['live'],
    begin: always(frame('goaway', '{"reason": "too many readers"}')),
    told: 'polling',
    reason: 'poll',
  },
  {
    name: 'disconnect',
    begin: always(frame('disconnect', '{"reason": "The dataset was deleted."}')),
    told: 'refused',
    message: /dataset "production" of project "local" for good: .*The dataset was deleted\./,
  },
  {
    name: '401 midway',
    begin: instead(status(401)),
    told: 'refused',
    message: /\(401\)\. Check that the token is valid/,
  },
  {name: '403 midway', begin: instead(status(403)), told: 'refused', message: /\(403\)\. Check .*CORS origins/},
  {
    name: '404 midway',
    begin: instead(status(404)),
    told: 'refused',
    message: /dataset "production" of project "local"/,
  },
  {
    name: 'an address that may not ask',
    streams: ['live'],
    begin: (server) => {
      server.isAllowed = false
      instead(status(403))(server)
    },
    told: 'refused',
    message: /Add the address to the CORS origins/,
  },
]

/** How long a fault lasts, in milliseconds, and the most connections that waits of at least 100, 200, 200 … make of it. */
const lasting = 800
const most = 5

/** Some writes of every kind, of which a reader may hear nothing. */
async function write(client: SanityClient, text: string): Promise<void> {
  await client.patch('nurse').set({title: text}).commit()
  await client.createOrReplace({_id: 'drafts.calm', _type: 'skill', name: text})
  await client.createOrReplace({_id: `tool-${text}`, _type: 'tool', name: text})
  await client.delete('oven')
}

describe('a reader of either stream ends up right, and is no burden meanwhile, where it meets', () => {
  test.each(faults)(
    '$name',
    async ({name, streams = ['listen', 'live'], begin, end, told, message, reason, timing}) => {
      const {lake, client} = await lakeWith(documents)
      // Its first answer takes its time.
      await client.fetch('*')
      const following = streams.map(async (stream) => {
        const {faults: server, behind} = await faultServer(lake)
        const reader = await liveReader({client: clientOf(behind), direct: client, stream, timing})
        return {stream, server, reader, connections: server.connections, events: reader.events.length}
      })
      const all = await Promise.all(following)
      const allComeRight = () => Promise.all(all.map(({reader}) => comesRight(reader, client)))
      await allComeRight()

      for (const {server} of all) begin(server)
      await write(client, 'first')
      await during(lasting)
      const seen = all.map(({server, connections}) => server.connections - connections)
      // No stream tells, so the reader asks by itself.
      if (told) await allComeRight()
      await write(client, 'second')
      for (const {server} of all) {
        server.heal()
        end?.(server)
      }
      await allComeRight()
      await write(client, 'third')
      await allComeRight()

      for (const [index, {stream, reader, events: since}] of all.entries()) {
        await expect.poll(() => reader.statuses.at(-1), waiting).toBe('live')
        const events = reader.events.slice(since)
        const statuses = events.flatMap((event) => (event.type === 'status' ? [event] : []))
        const met = statuses.map((event) => event.status).filter((status) => status !== 'connecting')
        console.log(`${name} (${stream}): ${seen[index]} connections in ${lasting} ms, ${met.join(' ')}`)
        expect(seen[index]).toBeLessThanOrEqual(most)
        if (told) expect(met).toContain(told)
        else expect(met.filter((status) => status !== 'live')).toEqual([])
        if (message) expect(reader.messages.join('\n')).toMatch(message)
        if (reason) expect(events).toContainEqual({type: 'refresh', reason})
        for (const event of statuses) {
          const isWaiting = ['waiting', 'refused', 'polling'].includes(event.status)
          if (isWaiting) expect(event.retryIn).toBeGreaterThanOrEqual(100)
          expect(event.message === null).toBe(!isWaiting)
        }
      }
    },
  )
})
