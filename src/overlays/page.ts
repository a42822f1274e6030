const longestRefresh = 10_000

/** Has the page take over what it would be if it were loaded now, and waits until it has. */
export const refreshPage = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, longestRefresh)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    document.dispatchEvent(new CustomEvent('roleprint:refresh', {detail: {done}}))
  })

type Perspective = string | readonly string[]

/** Hands the Studio's choice on to the site, which shows it from then on. `shown` is what the page shows, if it says so. */
export function choosePerspective(shown: string | undefined): (perspective: Perspective) => Promise<void> {
  let chosen = shown
  return async (perspective) => {
    const name = typeof perspective === 'string' ? perspective : perspective.join(',')
    if (name === chosen) return
    chosen = name
    const answer = await fetch('/preview/perspective', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({perspective}),
    })
    if (answer.ok) return refreshPage()
    chosen = undefined
    console.warn(`The perspective cannot be shown here: ${(await answer.text()).trim()}`)
  }
}
