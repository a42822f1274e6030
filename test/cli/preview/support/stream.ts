import {onTestFinished} from 'vitest'

export interface Heard {
  event: string
  id: string | null
  data: string
}

/** Reads an event stream as it comes, until it is left. */
export async function openStream(address: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController()
  const answer = await fetch(address, {signal: leaving.signal, headers})
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const reading = (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) {
      const frames = (rest + decoder.decode(chunk, {stream: true})).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) if (!frame.startsWith(':')) heard.push(read(frame))
      for (const look of waiting) look()
    }
  })().catch(() => {})
  const leave = async () => {
    leaving.abort()
    await reading
  }
  onTestFinished(leave)
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    leave,
    ended: reading,
    /** Waits until one event that was heard, or will be, is what is looked for. */
    until: (isIt: (event: Heard) => boolean): Promise<Heard> =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find(isIt)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}

function read(frame: string): Heard {
  const fields = new Map(
    frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  return {event: fields.get('event') ?? 'message', id: fields.get('id') ?? null, data: fields.get('data') ?? ''}
}
