import {describe, expect, it} from 'vitest'
import {affectedRoles, fetchRoleById, type Perspective, type RoleDraft} from '../../src/index.ts'
import {localSource} from '../../src/local.ts'
import {sampleDocuments, sampleSource} from '../content.ts'

const roleIds = [
  ...new Set(sampleDocuments.filter(({_type}) => _type === 'role').map(({_id}) => _id.replace('drafts.', ''))),
]
const documentIds = [...new Set(sampleDocuments.map(({_id}) => _id.replace('drafts.', '')))]

describe('affectedRoles', () => {
  it.each<Perspective>(['published', 'drafts'])(
    'lists the roles in whose answer a document is found, in %s',
    async (perspective) => {
      const roles = await Promise.all(roleIds.map((id) => fetchRoleById(sampleSource, id, {perspective})))
      const used = new Map(roles.flatMap((role) => (role ? [[role._id, idsIn(role)]] : [])))
      for (const documentId of documentIds) {
        const expected = [...used].filter(([, ids]) => ids.has(documentId)).map(([id]) => id)
        const affected = await affectedRoles(sampleSource, documentId, {perspective})
        expect(affected.map(({_id}) => _id).sort(), documentId).toEqual(expected.sort())
      }
    },
  )

  it('asks once, and takes the id of a draft for that of its document', async () => {
    const asked: unknown[][] = []
    await affectedRoles({fetch: async (...request) => asked.push(request) && []}, 'drafts.skill-sql')
    await affectedRoles({fetch: async (...request) => asked.push(request) && []}, 'versions.spring.skill-sql')
    expect(asked.map(([, params]) => params)).toEqual([{id: 'skill-sql'}, {id: 'skill-sql'}])
  })

  it('lists a draft that has no title and no slug yet', async () => {
    const source = localSource([
      {_id: 'drafts.r', _type: 'role', kpis: [{_key: 'k', _ref: 'kpi-a'}]},
      {_id: 'kpi-a', _type: 'kpi', statement: 'On time.'},
    ])
    expect(await affectedRoles(source, 'kpi-a', {perspective: 'drafts'})).toMatchObject([
      {_id: 'r', originalId: 'drafts.r', title: null, slug: null},
    ])
    expect(await affectedRoles(source, 'kpi-a')).toEqual([])
  })

  it('lists a role that words the skill in its own way: it uses it all the same', async () => {
    const own = [{_key: 'a', statement: 'SQL, fluently.', skill: {_type: 'reference', _ref: 'skill-sql'}}]
    const source = localSource([...sampleDocuments, {_id: 'drafts.r', _type: 'role', mustHaveSkills: own}])
    const ids = (await affectedRoles(source, 'skill-sql', {perspective: 'drafts'})).map(({_id}) => _id)
    expect(ids).toContain('r')
  })
})

/** Every id in an answer, at any depth; the site settings have none in it. */
function idsIn(role: RoleDraft): Set<string> {
  const ids = new Set<string>(role.site ? ['siteSettings'] : [])
  JSON.stringify(role, (key, value) => {
    if (key === '_id') ids.add(value)
    return value
  })
  return ids
}
