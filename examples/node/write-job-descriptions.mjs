import {mkdir, writeFile} from 'node:fs/promises'
import {createClient} from '@sanity/client'
import {fetchRole, fetchRoles, jobDescription, toMarkdown} from 'roleprint'

const {SANITY_PROJECT_ID, SANITY_DATASET, SANITY_API_HOST} = process.env

const client = createClient({
  projectId: SANITY_PROJECT_ID,
  dataset: SANITY_DATASET,
  apiVersion: '2025-02-19',
  useCdn: false,
  ...(SANITY_API_HOST && {apiHost: SANITY_API_HOST, useProjectHostname: false}),
})

await mkdir('job-descriptions', {recursive: true})
for (const {slug} of await fetchRoles(client)) {
  const role = await fetchRole(client, slug)
  await writeFile(`job-descriptions/${slug}.md`, toMarkdown(jobDescription(role)))
  console.log(`job-descriptions/${slug}.md: ${role.title}`)
}
