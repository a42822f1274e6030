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

/** The themed documents of all sample roles, of the drafts among them that differ, and of one job description. */
export async function samplePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const {slug} of await fetchRoles(source)) pages.set(`/${slug}`, documentOf(await fetchRole(source, slug)))
  for (const {slug} of await fetchRoles(source, {perspective: 'drafts'})) {
    const draft = documentOf(await fetchRole(source, slug ?? '', {perspective: 'drafts'}))
    if (draft !== pages.get(`/${slug}`)) pages.set(`/drafts/${slug}`, draft)
  }
  return pages.set('/job-description', toDocument(jobDescription(await sampleRole('machine-learning-engineer'))))
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
