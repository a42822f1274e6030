import {schemaIdSingleton, schemaType, schemaTypeSingleton} from '@sanity/preview-url-secret/constants'
import {definePreviewUrl} from '@sanity/preview-url-secret/define-preview-url'
import {localSource, type StoredDocument} from '../../../src/local.ts'
import {type DraftModeOptions, draftMode} from '../../../src/preview.ts'

export const site = 'https://roles.example'
export const studio = 'https://example.sanity.studio'
export const cookieName = 'sanity-preview-perspective'
/** As `generateUrlSecret` makes them: the letters of base64url. */
export const personal = 'ZGU0YWU1NmY1YTQ0NGE3ZDlkYzI4MWQ5MDZmODg4Y2I'
export const shared = 'c2hhcmVkLWFjY2Vzcy1zZWNyZXQtb2YtdGhlLXRlYW0'
export const old = 'b2xkLXNlY3JldC1vZi1hbi1ob3VyLWFuZC1hLXNlY29uZA'
export const signingSecret = 'signs the sessions of this site'

/** A document as Presentation stores one for each Studio session. `age` in seconds. */
export const secretDocument = (secret: unknown, age = 10, id = `s${age}-${secret}`): StoredDocument => ({
  _id: `drafts.${id}`,
  _type: schemaType,
  _updatedAt: new Date(Date.now() - 1000 * age).toISOString(),
  ...{secret, source: 'sanity/presentation', studioUrl: studio, userId: 'u'},
})

export const sharedDocument = (secret: string | null): StoredDocument => ({
  _id: schemaIdSingleton,
  _type: schemaTypeSingleton,
  _updatedAt: '2020-01-01T00:00:00Z',
  ...{secret, studioUrl: studio},
})

export const secretDocuments = (): StoredDocument[] => [
  secretDocument('another-one-of-a-colleague', 20),
  secretDocument(personal),
  secretDocument(old, 3601),
  sharedDocument(shared),
  secretDocument(null, 30),
  secretDocument('', 40),
]

export const siteWith = (options: Partial<DraftModeOptions> = {}) =>
  draftMode({client: localSource(secretDocuments()), secret: signingSecret, studioUrl: studio, ...options})

/** The address that opens a preview, with the parameters as they are given, in this order. */
export const linkWith = (...parameters: [name: string, value: string][]): string =>
  `${site}/api/draft?${new URLSearchParams(parameters.map(([name, value]) => [`sanity-preview-${name}`, value]))}`

/** The address as the official package makes it for Presentation. */
export const officialLink = ({secret = personal, path = '/roles/data-engineer', perspective = 'drafts'} = {}) =>
  definePreviewUrl<null>({origin: site, preview: path, previewMode: {enable: '/api/draft'}})({
    ...{client: null, previewUrlSecret: secret, studioPreviewPerspective: perspective},
    ...{previewSearchParam: null, studioBasePath: '/'},
  })

export const get = (url: string, headers: Record<string, string> = {}) => new Request(url, {headers})

/** What a browser sends back of an answer's cookies: `name=value`. */
export const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** A session, as the cookie of a browser that has opened a link. */
export async function opened(draft = siteWith(), {secret = personal, perspective = 'drafts'} = {}): Promise<string> {
  return cookieOf(await draft.enable(get(await officialLink({secret, perspective}))))
}

/** Everything a browser, a cache or a log could read of an answer. */
export const emitted = async (answer: Response): Promise<string> =>
  `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`
