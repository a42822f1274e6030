import {perspectiveCookieName, SECRET_TTL, urlSearchParamPreviewPathname} from '@sanity/preview-url-secret/constants'
import {checkJsonType, jsonObject} from '../http/json-body.ts'
import {readBody} from '../http/read-body.ts'
import {Refusal} from '../http/refusal.ts'
import {signingSecret} from '../http/signing-secret.ts'
import {clearCookies, cookieNameOf, cookieValues, setCookie} from './cookies.ts'
import {handlerHeaders, pageHeaders} from './draft-headers.ts'
import {type DraftPerspective, perspectiveText, readPerspective} from './draft-perspective.ts'
import {Ended} from './ended.ts'
import {ownerOfSecret} from './known-secret.ts'
import {checkClient, type PreviewClient} from './preview-client.ts'
import {readPreviewLink, refusedLink} from './preview-link.ts'
import {safePath} from './safe-path.ts'
import {markOf, type StoredSession, seal, unseal} from './sealed-session.ts'
import {isSameSite, originOf, originsOf} from './studio-origins.ts'

const bodyLimits = {most: 4096, within: 10_000}

export interface DraftModeOptions {
  /** Asked for the Studio's preview secrets: a `@sanity/client` with a token that may read drafts. */
  client: PreviewClient
  /** Signs sessions. At least 16 bytes; the same one on every server of the site. */
  secret: string
  /** Where the Studio is, if it is not on the site itself: only these addresses may show the site in a frame. */
  studioUrl?: string | readonly string[]
  /** The site's own address, where a proxy stands before it and requests name another one. Default: that of the request. */
  siteUrl?: string
  /** Default `sanity-preview-perspective`. */
  cookieName?: string
  /** What a session looks at where the link does not say. Default `drafts`. */
  defaultPerspective?: DraftPerspective
  /** Seconds a session lasts, 3,600 at most, which is the default. */
  maxAge?: number
  /** Takes a client with a token although there is a `window`. */
  allowBrowserToken?: boolean
  /** Told why the secrets could not be asked for. The answer never says it. */
  onError?: (error: unknown) => void
}

/** Somebody looks at drafts. */
export interface DraftSession {
  /** In which perspective to ask for content. */
  perspective: DraftPerspective
}

/** Handlers of web requests. None of them throws for what a request brings. */
export interface DraftMode {
  /**
   * GET, with the link of Presentation: begins a session and leads to its page (307). 401 without a cookie where the
   * secret is not one of the Studio's; 502 where that cannot be asked.
   */
  enable(request: Request): Promise<Response>
  /** GET or POST: ends the session, and the personal link it began with, and leads to `?sanity-preview-pathname=` (303). */
  disable(request: Request): Promise<Response>
  /**
   * POST `{"perspective": "drafts"}` from a page of the site: the session looks at something else from now on (204).
   * 403 from any other page, 401 without a session.
   */
  setPerspective(request: Request): Promise<Response>
  /** The session of a request, or of its `Cookie` header; `null` where there is none, or it was changed, ended or has expired. */
  session(request: Request | string | null | undefined): DraftSession | null
  /** What a page must carry, in a session or without one, so that no cache mixes the two and only the Studio frames it. */
  headers(session: DraftSession | null): Record<string, string>
}

/**
 * Lets the people who write look at drafts on the site itself. Throws `TypeError` for options that would not be safe.
 */
export function draftMode(options: DraftModeOptions): DraftMode {
  const {client, allowBrowserToken = false, onError = () => {}} = options
  const secret = signingSecret(options.secret, 'draftMode')
  const studios = originsOf('studioUrl', options.studioUrl)
  const site = options.siteUrl === undefined ? null : originOf('siteUrl', options.siteUrl)
  const name = cookieNameOf(options.cookieName ?? perspectiveCookieName)
  const usual = usualPerspective(options.defaultPerspective ?? 'drafts')
  const lasts = 1000 * secondsOf(options.maxAge ?? SECRET_TTL)
  checkClient(client, allowBrowserToken)
  const ended = new Ended()

  const originFor = (request: Request): string => site ?? new URL(request.url).origin

  const cookieFor = (request: Request, session: StoredSession): string => {
    const origin = originFor(request)
    return setCookie({
      name,
      value: seal(session, secret),
      maxAge: Math.ceil((session.expires - Date.now()) / 1000),
      isCrossSite: studios.some((studio) => !isSameSite(studio, origin)),
      isSecure: isSecure(origin),
    })
  }

  const storedSession = (header: string | null | undefined): StoredSession | null => {
    const sessions = cookieValues(header, name).flatMap((value) => unseal(value, secret) ?? [])
    const [latest = null] = sessions.filter(({id}) => !ended.has(id)).sort((one, other) => other.expires - one.expires)
    return latest
  }

  const answer = (status: number, {text = null, cookies = [], headers = {}}: AnswerParts = {}): Response => {
    const all = new Headers({...handlerHeaders(studios), ...headers})
    if (text !== null) all.set('Content-Type', 'text/plain; charset=utf-8')
    for (const cookie of cookies) all.append('Set-Cookie', cookie)
    return new Response(text, {status, headers: all})
  }

  const answering =
    (handle: (request: Request) => Response | Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      try {
        return await handle(request)
      } catch (error) {
        if (error instanceof Refusal) return answer(error.status, {text: error.message, headers: error.headers})
        onError(error)
        return answer(502, {text: 'Whether this preview may be seen could not be found out. Try again in a moment.'})
      }
    }

  return {
    enable: answering(async (request) => {
      allow(request, ['GET'])
      const link = readPreviewLink(request.url)
      const mark = markOf(link.secret, secret)
      if (ended.has(mark)) throw refusedLink('The preview of this link was ended.')
      const owner = await ownerOfSecret(client, link.secret)
      if (owner === null) throw refusedLink('The secret of the link is wrong, or older than an hour.')
      const session: StoredSession = {
        perspective: perspectiveText(link.perspective ?? usual),
        expires: Date.now() + lasts,
        id: crypto.randomUUID(),
        link: owner === 'personal' ? mark : null,
      }
      const location = safePath(link.path, originFor(request), link.secret)
      return answer(307, {cookies: [cookieFor(request, session)], headers: {Location: location}})
    }),

    disable: answering((request) => {
      allow(request, ['GET', 'POST'])
      const session = storedSession(request.headers.get('cookie'))
      if (session !== null) ended.add(session.id)
      if (session?.link) ended.add(session.link)
      const origin = originFor(request)
      const [path = null, ...more] = new URL(request.url).searchParams.getAll(urlSearchParamPreviewPathname)
      return answer(303, {
        cookies: clearCookies(name, isSecure(origin)),
        headers: {Location: safePath(more.length > 0 ? null : path, origin)},
      })
    }),

    setPerspective: answering(async (request) => {
      allow(request, ['POST'])
      const origin = originFor(request)
      if (request.headers.get('origin') !== origin) {
        throw new Refusal(
          403,
          `Only a page of ${origin} may choose the perspective. Set siteUrl where that is not the site.`,
        )
      }
      const session = storedSession(request.headers.get('cookie'))
      if (session === null) {
        const text = 'There is no preview, or it has ended. Open it from the Studio again.'
        return answer(401, {text, cookies: clearCookies(name, isSecure(origin))})
      }
      checkJsonType(request)
      const {perspective: asked} = jsonObject(await readBody(request, bodyLimits))
      const perspective = readPerspective(isListOfTexts(asked) ? asked.join(',') : asked)
      if (perspective === null) {
        throw new Refusal(400, 'The perspective must be published, drafts, or a list of releases.')
      }
      return answer(204, {cookies: [cookieFor(request, {...session, perspective: perspectiveText(perspective)})]})
    }),

    session(request) {
      const header = typeof request === 'object' ? request?.headers.get('cookie') : request
      const perspective = readPerspective(storedSession(header)?.perspective)
      return perspective === null ? null : {perspective}
    },

    headers: (session) => pageHeaders(session !== null, studios),
  }
}

interface AnswerParts {
  text?: string | null
  cookies?: readonly string[]
  headers?: Readonly<Record<string, string>>
}

const isSecure = (origin: string): boolean => origin.startsWith('https:')

function allow({method}: Request, methods: readonly string[]): void {
  if (methods.includes(method)) return
  const allowed = methods.join(', ')
  throw new Refusal(405, `This address answers ${allowed} only.`, {Allow: allowed})
}

function usualPerspective(perspective: DraftPerspective): DraftPerspective {
  const usual = readPerspective(perspectiveText(perspective))
  if (usual !== null) return usual
  throw new TypeError('defaultPerspective must be published, drafts, or a list of releases.')
}

function secondsOf(maxAge: number): number {
  if (Number.isInteger(maxAge) && maxAge > 0 && maxAge <= SECRET_TTL) return maxAge
  throw new TypeError(`maxAge must be whole seconds, from 1 to ${SECRET_TTL}, and not ${maxAge}.`)
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
