import {Refusal} from './refusal.ts'

export interface BodyLimits {
  /** Bytes. */
  most: number
  /** Milliseconds for the whole body. */
  within: number
}

/**
 * The bytes of a body, as they came. Throws `Refusal`: 413 as soon as it is too long, 408 where it takes too long, 400
 * where it breaks off, 500 where somebody has read it before.
 */
export async function readBody(request: Request, {most, within}: BodyLimits): Promise<Uint8Array> {
  if (request.bodyUsed) {
    throw new Refusal(500, 'The body was read before it came here. Hand the request on before anything reads it.')
  }
  if (Number(request.headers.get('content-length')) > most) throw tooLong(most)
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Refusal(408, `The body did not arrive within ${within / 1000} seconds.`)),
      within,
    )
  })
  try {
    return await Promise.race([allOf(reader, most), late])
  } catch (error) {
    reader.cancel().catch(() => {})
    throw error instanceof Refusal ? error : new Refusal(400, 'The body broke off.')
  } finally {
    clearTimeout(timer)
  }
}

async function allOf(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return joined(parts, length)
    length += value.length
    if (length > most) throw tooLong(most)
    parts.push(value)
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

const tooLong = (most: number): Refusal =>
  new Refusal(413, `The body is longer than ${most.toLocaleString('en')} bytes, which is the most that is read.`)
