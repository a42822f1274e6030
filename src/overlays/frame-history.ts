import type {HistoryAdapter} from '@sanity/visual-editing'

/** Keeps the Studio's address line and the page in step. Each page is loaded anew, so each tells where it is once. */
export const frameHistory = (): HistoryAdapter => ({
  subscribe: (navigate) => {
    const tell = () => navigate({type: 'push', title: document.title, url: location.href})
    tell()
    // Where the browser kept the page as it was, it is not loaded again.
    const shown = ({persisted}: PageTransitionEvent) => persisted && tell()
    addEventListener('pageshow', shown)
    addEventListener('hashchange', tell)
    return () => {
      removeEventListener('pageshow', shown)
      removeEventListener('hashchange', tell)
    }
  },
  update: ({type, url}) => {
    if (type === 'pop') return history.back()
    const address = URL.parse(url, location.href)
    // Never to another site, nor to what is no address but a script.
    if (address?.origin !== location.origin || address.href === location.href) return
    if (type === 'replace') location.replace(address)
    else location.assign(address)
  },
})
