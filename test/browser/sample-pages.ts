import {readdirSync, readFileSync} from 'node:fs'
import {
  fetchRole,
  fetchRoles,
  jobDescription,
  type RoleDraft,
  rolePage,
  roleUrl,
  toDocument,
  toJsonLd,
} from '../../src/index.ts'
import {localSource, parseNdjsonFiles} from '../../src/local.ts'

const content = new URL('../../content/', import.meta.url)
const files = readdirSync(content).filter((file) => file.endsWith('.ndjson'))
const source = localSource(
  parseNdjsonFiles(files.map((file) => ({file, text: readFileSync(new URL(file, content), 'utf8')}))),
)

/** The themed documents of all sample roles: what is published, then what is being written, then a job description. */
export async function samplePages(): Promise<Map<string, string>> {
  const published = await fetchRoles(source)
  const drafts = await fetchRoles(source, {perspective: 'drafts'})
  const jobDescriptionOf = await fetchRole(source, 'machine-learning-engineer')
  return new Map([
    ...(await Promise.all(
      published.map(async ({slug}) => [`/${slug}`, documentOf(await fetchRole(source, slug))] as const),
    )),
    ...(await Promise.all(
      drafts.map(async ({slug}) => {
        const role = await fetchRole(source, slug ?? '', {perspective: 'drafts'})
        return [`/drafts/${slug}`, documentOf(role)] as const
      }),
    )),
    ['/job-description', toDocument(jobDescription(jobDescriptionOf))],
  ])
}

/** One sample role, to compare what a page does with what it should. */
export const sampleRole = (slug: string) => fetchRole(source, slug)

const documentOf = (role: RoleDraft): string =>
  toDocument(rolePage(role), {
    stylesheet: '/roleprint.css',
    script: '/roleprint.js',
    jsonLd: toJsonLd(role),
    url: roleUrl(role),
  })
