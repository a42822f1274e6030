import {takeOver} from './take-over.ts'

// Keeps the page as it would be if it were loaded now. All words are the page's language or English, as the bar's.

const firstWait = 1000
const longestWait = 30_000
const shownFor = 3000

let stream: EventSource | null = null
let wait = firstWait
let timer: ReturnType<typeof setTimeout> | undefined

let said = {state: 'waiting', words: ''}

const tell = (state: string, words: string): void => {
  said = {state, words}
  const place = document.querySelector<HTMLElement>('.site-live')
  if (!place) return
  place.dataset.state = state
  if (place.textContent !== words) place.textContent = words
}

const follow = (): void => {
  clearTimeout(timer)
  stream?.close()
  // A browser opens few connections to one server: pages nobody sees wait until somebody does.
  if (document.visibilityState === 'hidden') return
  const opened = new EventSource(`/live?at=${encodeURIComponent(location.pathname + location.search)}`)
  stream = opened
  opened.addEventListener('open', () => {
    wait = firstWait
  })
  opened.addEventListener('page', ({data}) => show(JSON.parse(data)))
  opened.addEventListener('status', ({data}) => {
    const {isLive, message} = JSON.parse(data)
    tell(isLive ? 'live' : 'waiting', isLive ? 'Live' : message)
  })
  opened.addEventListener('error', () => {
    tell('waiting', 'Not live: connecting again')
    // A browser gives up for good where it is refused.
    if (opened.readyState !== EventSource.CLOSED) return
    wait = Math.min(longestWait, wait * 2)
    timer = setTimeout(follow, wait * (0.5 + Math.random() / 2))
  })
}

const show = (html: string): void => {
  const changed = takeOver(new DOMParser().parseFromString(html, 'text/html'))
  for (const section of changed) {
    section.dataset.updated = ''
    setTimeout(() => delete section.dataset.updated, shownFor)
  }
  tell(said.state, said.words)
}

/** For whoever has just written something and will not wait to hear of it. */
const refresh = async (event: Event): Promise<void> => {
  try {
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}})
    if (answer.ok) show(await answer.text())
  } finally {
    if (event instanceof CustomEvent) event.detail?.done?.()
    // The perspective may be another one now.
    follow()
  }
}

document.addEventListener('visibilitychange', follow)
document.addEventListener('roleprint:refresh', refresh)
addEventListener('pagehide', () => stream?.close())
addEventListener('pageshow', ({persisted}) => {
  if (persisted) follow()
})
follow()
