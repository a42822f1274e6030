import {type Ending, endingOf, goAway, lost, notMade, refusedToBegin} from './ending.ts'
import type {EventSource, Followed, StreamEvent, Subscription} from './followed.ts'
import type {FollowTiming} from './timing.ts'

/** The words with which a server says that from now on changes are told. */
export type Greeting = 'welcome' | 'welcomeback' | 'reset' | 'restart'

export interface Connecting {
  client: Followed
  open: () => EventSource
  timing: FollowTiming
  signal: AbortSignal
  greeted(greeting: Greeting): void
  changed(event: StreamEvent): void
}

const silent: Ending = {kind: 'lost', message: 'The server took the connection and did not say welcome.'}
const quiet: Ending = {kind: 'quiet', message: 'The server said nothing for long.'}

/**
 * One connection, until it ends: gives why. The client would connect again by itself, at a steady pace and for ever; it is
 * stopped where it begins to, so that each connection is one of ours. Never throws; nothing is left open.
 */
export const connection = ({client, open, timing, signal, greeted, changed}: Connecting): Promise<Ending> =>
  new Promise((resolve) => {
    let subscription: Subscription | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let isGreeted = false
    const end = (ending: Ending) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      subscription?.unsubscribe()
      resolve(ending)
    }
    const endIn = (milliseconds: number, ending: Ending) => {
      clearTimeout(timer)
      timer = setTimeout(() => end(ending), milliseconds)
    }
    const abort = () => end({kind: 'aborted', message: ''})
    const next = (event: StreamEvent) => {
      if (isOver) return
      if (event.type === 'reconnect') return end(isGreeted ? lost : notMade)
      if (event.type === 'goaway') return end(goAway(event.reason, client))
      if (isGreeting(event.type)) {
        isGreeted = true
        greeted(event.type)
      } else {
        changed(event)
      }
      if (isGreeted) endIn(timing.quiet, quiet)
    }
    signal.addEventListener('abort', abort)
    endIn(timing.welcome, silent)
    try {
      subscription = open().subscribe({
        next,
        error: (error) => end(endingOf(error, client)),
        complete: () => end(lost),
      })
    } catch (error) {
      end(refusedToBegin(error, client))
    }
    // It may be over before the subscription was there to be ended.
    if (isOver) subscription?.unsubscribe()
  })

const isGreeting = (type: string): type is Greeting => ['welcome', 'welcomeback', 'reset', 'restart'].includes(type)
