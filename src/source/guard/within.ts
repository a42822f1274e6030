// Some eleven days: a timer would take a longer wait for none.
const longestTimer = 1e9

/**
 * What `run` gives, if it does so until then (a moment of `performance.now()`, which may move while it is waited for); else it
 * throws a `TimeoutError`, and the signal's reason once that aborts. Either way what runs is aborted, and whatever becomes of it
 * is heard by nobody.
 */
export async function within<Result>(
  until: () => number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  outer?.throwIfAborted()
  const inner = new AbortController()
  const {promise: stopped, reject} = Promise.withResolvers<never>()
  const stop = (reason: unknown) => {
    reject(reason)
    inner.abort(reason)
  }
  const abort = () => stop(outer?.reason)
  const look = () => {
    const left = until() - performance.now()
    if (left <= 0) stop(new DOMException('no answer in time', 'TimeoutError'))
    else timer = setTimeout(look, Math.min(left, longestTimer))
  }
  let timer = setTimeout(look)
  outer?.addEventListener('abort', abort)
  try {
    return await Promise.race([run(inner.signal), stopped])
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }
}
