import type {Source} from '../../source/source.ts'

/** A source that may see drafts. `config` is what a `@sanity/client` has. */
export interface PreviewClient extends Source {
  config?(): {token?: string | undefined}
}

/**
 * Throws `TypeError` where a client with a token has come to a browser: whoever opens the page could read the token and,
 * with it, every draft.
 */
export function checkClient(client: PreviewClient, allowBrowserToken: boolean): void {
  if (typeof client?.fetch !== 'function') {
    throw new TypeError('draftMode needs a client: a @sanity/client with a token that may read drafts.')
  }
  if (allowBrowserToken || typeof window === 'undefined' || !client.config?.().token) return
  throw new TypeError(
    'draftMode was given a client with a token, in a browser, where everybody can read the token. Make both on the server only. If this is a browser in name only, such as a test, set allowBrowserToken.',
  )
}
