/** What a reader of the README writes, with a type for everything that has one. It runs without a network. */
export const consumerProgram = `import {readFileSync} from 'node:fs'
import {createClient} from '@sanity/client'
import {
  alternates,
  fetchRole,
  type HTMLOptions,
  imageUrl,
  jobDescription,
  type Page,
  type Role,
  type RoleListing,
  revalidate,
  roleBySlug,
  roleListQuery,
  rolePage,
  roleQuery,
  roleSlugsQuery,
  type Section,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
  type Unparsed,
} from 'roleprint'
import {startLake} from 'roleprint/lake'
import {localSource, parseNdjsonFiles} from 'roleprint/local'
import {schemaTypes} from 'roleprint/schemas'

const slug = 'machine-learning-engineer'
const names = ['roles', 'responsibilities', 'skills', 'tools', 'kpis', 'people', 'settings']
const files = names.map((name) => ({
  file: name,
  text: readFileSync(new URL(\`./node_modules/roleprint/content/\${name}.ndjson\`, import.meta.url), 'utf8'),
}))

const client = createClient({projectId: 'abc123', dataset: 'production', apiVersion: '2025-02-19', useCdn: true})
export const fromSanity = (): Promise<Role> => fetchRole(client, slug, {perspective: 'published'})

// The client knows what our questions are answered, and that nobody has checked it yet.
export const answered = async (): Promise<Unparsed<Role> | null> => client.fetch(roleQuery, {slug})
export const listed = async (): Promise<Unparsed<RoleListing>[]> => client.fetch(roleListQuery)
export const checked = async (): Promise<Role | null> => roleBySlug(slug).parse(await client.fetch(roleQuery, {slug}))
// @ts-expect-error: an answer is no number, so it is no \`any\`.
export const wrong = async (): Promise<number> => client.fetch(roleQuery, {slug})
// @ts-expect-error: nothing has checked that there is a title.
export const title = async (): Promise<string | undefined> => (await client.fetch(roleQuery, {slug}))?.title

// What a site's own TypeGen writes for the same text stands before ours, and does not clash with it.
declare global {
  interface SanityQueries {
    '*[_type == "role" && defined(slug.current)] | order(slug.current).slug.current': 'own'[]
  }
}
export const own = async (): Promise<'own'[]> => client.fetch(roleSlugsQuery)

const source = localSource(parseNdjsonFiles(files))
const role: Role = await fetchRole(source, slug)
const page: Page = rolePage(role)
const section: Section | undefined = page.sections[3]
const options: HTMLOptions = {headingLevel: 2, idPrefix: 'role-', classes: {section: 'card'}}
const {query, params, parse} = roleBySlug(slug)
const parsed: Role | null = parse(await source.fetch(query, params))

// @ts-expect-error: a misspelled option is an error, so the types are no \`any\`.
toHTML(page, {headinglevel: 2})
// @ts-expect-error: a slug is text.
roleBySlug(1)

const printed: string[] = [
  toHTML(page, options),
  section ? toHTML(section) : '',
  toMarkdown(jobDescription(role)),
  toPlainText(jobDescription(role, {level: 'senior'})),
  toJsonLd(role, {url: \`https://example.com/roles/\${slug}\`}),
]
if (revalidate(role).paths[0] !== \`/roles/\${slug}\`) throw new Error('the page is not made anew')
if (alternates([role]).length > 0 || imageUrl(role.author?.image, {width: 96}) !== null) throw new Error('there is a picture, or a language, that nobody gave')
if (printed.some((text) => text.length < 100)) throw new Error('a format printed next to nothing')
if (parsed?.title !== role.title) throw new Error('the question and its parser do not fit')

const lake = await startLake({dataDir: './data', port: 0, seed: () => parseNdjsonFiles(files)})
const ownClient = createClient({
  projectId: lake.project,
  dataset: lake.dataset,
  token: lake.token,
  apiHost: lake.url,
  useProjectHostname: false,
  apiVersion: '2025-02-19',
  useCdn: false,
})
await ownClient.patch(role._id).set({seoTitle: 'Kept'}).commit()
const kept: Role = await fetchRole(ownClient, slug)
await lake.close()
if (kept.seoTitle !== 'Kept' || kept.title !== role.title) throw new Error('the lake does not keep what is written')

console.log(\`\${role.title}: \${page.sections.length} sections, \${schemaTypes.length} schema types\`)
`
