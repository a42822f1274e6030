import {expect, it} from 'vitest'
import {
  affectedRoles,
  diffRole,
  fetchRoleById,
  fetchRoles,
  jobDescription,
  rolePage,
  type Source,
  toDocument,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {sampleDocuments} from '../content.ts'

// Of each type, spread over all there are: each one prints every role in every format.
const mostEdited = Number(process.env.RUNS ?? 5)

const shared = {
  skill: ['name', 'statement'],
  responsibility: ['statement'],
  kpi: ['statement'],
  tool: ['name'],
} as const

/** A draft of the document with other words in every text that is printed. */
const draftOf = (document: (typeof sampleDocuments)[number], fields: readonly string[]) => ({
  ...document,
  _id: `drafts.${document._id}`,
  ...Object.fromEntries(fields.map((field) => [field, `Entirely other words of ${document._id}`])),
})

const idsOf = async (source: Source): Promise<string[]> =>
  (await fetchRoles(source, {perspective: 'drafts'})).flatMap(({_id}) => _id ?? [])

async function everyOutput(source: Source, id: string): Promise<string[]> {
  const role = await fetchRoleById(source, id)
  if (!role) return []
  const job = jobDescription(role)
  return [toDocument(rolePage(role)), toMarkdown(job), toPlainText(job), toJsonLd(role)]
}

it.each(Object.entries(shared))(
  'a %s edited in a draft changes the roles it is said to change, and names itself',
  async (type, fields) => {
    const before = localSource(sampleDocuments)
    const ids = await idsOf(before)
    const published = await Promise.all(ids.map((id) => everyOutput(before, id)))
    const every = sampleDocuments.filter(({_type, _id}) => _type === type && !_id.startsWith('drafts.'))
    const step = Math.ceil(every.length / mostEdited)
    const documents = every.filter((_, index) => index % step === 0)
    expect(documents.length).toBeGreaterThan(3)
    for (const document of documents) {
      const source = localSource([...sampleDocuments, draftOf(document, fields)])
      const affected = (await affectedRoles(source, document._id, {perspective: 'drafts'})).map(({_id}) => _id)
      const changed: string[] = []
      for (const id of ids) {
        const [was, is] = await Promise.all([
          fetchRoleById(before, id, {perspective: 'drafts'}),
          fetchRoleById(source, id, {perspective: 'drafts'}),
        ])
        const changes = diffRole(was, is).sections.flatMap(({changes}) => changes)
        if (changes.length === 0) continue
        changed.push(id)
        for (const {cause, furtherCauses} of changes) {
          expect([cause, ...furtherCauses].map((each) => each?.documentId)).toEqual([document._id])
        }
      }
      // A role may word a skill in its own way: then it uses it, and prints the same.
      expect(affected).toEqual(expect.arrayContaining(changed))
      expect(affected.toSorted()).toEqual((await rolesHolding(source, ids, document._id)).toSorted())
      for (const [index, id] of ids.entries()) expect(await everyOutput(source, id)).toEqual(published[index])
    }
  },
)

/** By brute force: the roles in whose whole answer the document is found. */
async function rolesHolding(source: Source, ids: readonly string[], id: string): Promise<string[]> {
  const roles = await Promise.all(ids.map((each) => fetchRoleById(source, each, {perspective: 'drafts'})))
  return roles.flatMap((role) => (role?._id && JSON.stringify(role).includes(`"_id":"${id}"`) ? role._id : []))
}
