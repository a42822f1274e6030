import {describe, expect, test} from 'vitest'
import {failure, kindOf, lakeWith} from './support/lake.ts'

const nurse = {
  ...{_id: 'nurse', _type: 'role', title: 'Nurse', pay: 3, tags: ['a', 'b', 'c']},
  ...{_createdAt: '2026-01-02T03:04:05Z', _updatedAt: '2026-01-02T03:04:05Z'},
  levels: [
    {_key: 'l1', name: 'junior', years: {min: 0}},
    {_key: 'l2', name: 'senior', years: {min: 3}},
  ],
}
const connect = async () => (await lakeWith([nurse])).client

describe('a document', () => {
  test('is created, with its transaction as revision and its dates', async () => {
    const client = await connect()
    const before = new Date().toISOString()
    const cook = await client.create({_id: 'cook', _type: 'role', title: 'Cook'})
    expect(cook).toMatchObject({_id: 'cook', title: 'Cook', _createdAt: cook._updatedAt})
    expect(cook._createdAt >= before && cook._createdAt <= new Date().toISOString()).toBe(true)
    expect(await client.getDocument('cook')).toEqual(cook)
    const {transactionId} = await client.patch('cook').set({title: 'Chef'}).commit({returnDocuments: false})
    expect(await client.getDocument('cook')).toMatchObject({_rev: transactionId, _createdAt: cook._createdAt})
  })

  test('without an id is given one, and a draft one of a draft', async () => {
    const client = await connect()
    const [cook, draft] = [await client.create({_type: 'role'}), await client.create({_id: 'drafts.', _type: 'role'})]
    expect(cook._id).toMatch(/^[a-z0-9-]{20,}$/i)
    expect(draft._id).toMatch(/^drafts\.[a-z0-9-]{20,}$/i)
    expect(await client.getDocument(draft._id)).toEqual(draft)
  })

  test('that exists cannot be created again', async () => {
    const client = await connect()
    const error = await failure(client.create({_id: 'nurse', _type: 'role'}))
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'documentAlreadyExistsError'])
    expect(error.message).toBe(
      'The mutation(s) failed: Document by ID "nurse" already exists:\n- Document by ID "nurse" already exists',
    )
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Nurse', _rev: 'seed'})
  })

  test('is created where it does not exist, and left alone where it does', async () => {
    const client = await connect()
    await client.createIfNotExists({_id: 'nurse', _type: 'role', title: 'Other'})
    expect(await client.getDocument('nurse')).toMatchObject({title: 'Nurse', _rev: 'seed'})
    await client.createIfNotExists({_id: 'cook', _type: 'role', title: 'Cook'})
    expect(await client.getDocument('cook')).toMatchObject({title: 'Cook'})
  })

  test('is replaced as a whole, and stays as old as it was', async () => {
    const client = await connect()
    const replaced = await client.createOrReplace({_id: 'nurse', _type: 'role', title: 'Head Nurse'})
    expect(Object.keys(replaced).sort()).toEqual(['_createdAt', '_id', '_rev', '_type', '_updatedAt', 'title'])
    expect(replaced._createdAt).toBe(nurse._createdAt)
    expect(replaced._updatedAt > nurse._updatedAt).toBe(true)
    expect(await client.createOrReplace({_id: 'new', _type: 'role'})).toMatchObject({_id: 'new'})
  })

  test.each([
    ['no type', {_id: 'x'}, 'has no _type'],
    ['an id that cannot be one', {_id: 'a b', _type: 'role'}, 'Malformed document ID: "a b"'],
    ['an id with two dots in a row', {_id: 'a..b', _type: 'role'}, 'Malformed document ID'],
    ['an id that is too long', {_id: 'a'.repeat(129), _type: 'role'}, 'Malformed document ID'],
    ['a date that is none', {_id: 'x', _type: 'role', _createdAt: 'yesterday'}, '_createdAt is no date'],
  ])('of %s is refused', async (_, document, words) => {
    const client = await connect()
    const error = await failure(client.mutate([{create: document as never}]))
    expect([error.statusCode, error.details.type]).toEqual([400, 'mutationError'])
    expect(error.message).toContain(words)
  })

  test('is deleted, and what is not there needs no deleting', async () => {
    const client = await connect()
    expect(await client.delete('nurse')).toMatchObject({documentIds: ['nurse'], transactionId: expect.any(String)})
    expect(await client.getDocument('nurse')).toBeUndefined()
    expect(await client.delete('nurse')).toMatchObject({documentIds: []})
  })

  test('in arrays of which keys are missing is given keys where they are asked for', async () => {
    const client = await connect()
    const document = {_id: 'cook', _type: 'role', levels: [{name: 'junior'}, {_key: 'mine', name: 'senior'}]}
    const {levels} = await client.create(document, {autoGenerateArrayKeys: true})
    expect(levels).toEqual([{_key: expect.any(String), name: 'junior'}, document.levels[1]])
  })
})

describe('a patch', () => {
  const patched = async (apply: (patch: ReturnType<Awaited<ReturnType<typeof connect>>['patch']>) => unknown) => {
    const client = await connect()
    const patch = client.patch('nurse')
    apply(patch)
    const answer = await patch.commit()
    expect(await client.getDocument('nurse')).toEqual(answer)
    return answer as unknown as Record<string, unknown> & typeof nurse
  }

  test('sets values, deep ones and keyed ones too', async () => {
    const after = await patched((patch) =>
      patch.set({title: 'Head Nurse', 'levels[_key=="l2"].years.min': 5, 'slug.current': 'nurse', 'tags[1]': 'B'}),
    )
    expect(after).toMatchObject({title: 'Head Nurse', slug: {current: 'nurse'}, tags: ['a', 'B', 'c']})
    expect(after.levels).toEqual([nurse.levels[0], {...nurse.levels[1], years: {min: 5}}])
    expect(after._createdAt).toBe(nurse._createdAt)
    expect(after._updatedAt > nurse._updatedAt).toBe(true)
  })

  test('sets what is missing only', async () => {
    const after = await patched((patch) => patch.setIfMissing({title: 'Other', summary: 'New', 'years.min': 1}))
    expect(after).toMatchObject({title: 'Nurse', summary: 'New', years: {min: 1}})
  })

  test('unsets fields and items', async () => {
    const after = await patched((patch) => patch.unset(['title', 'levels[_key=="l1"]', 'tags[0:2]', 'nothing.here']))
    expect(after).not.toHaveProperty('title')
    expect([after.levels, after.tags]).toEqual([[nurse.levels[1]], ['c']])
  })

  test.each([
    ['before', 'tags[0]', ['x', 'a', 'b', 'c']],
    ['after', 'tags[-1]', ['a', 'b', 'c', 'x']],
    ['after', 'tags[0]', ['a', 'x', 'b', 'c']],
    ['replace', 'tags[1]', ['a', 'x', 'c']],
    ['replace', 'tags[0:2]', ['x', 'c']],
  ] as const)('inserts %s %s', async (at, path, tags) => {
    expect((await patched((patch) => patch.insert(at, path, ['x']))).tags).toEqual(tags)
  })

  test('inserts beside an item of a key, appends, prepends and splices', async () => {
    const level = {_key: 'l3', name: 'lead'}
    const {levels} = await patched((patch) => patch.insert('before', 'levels[_key=="l2"]', [level]))
    expect(levels.map(({_key}) => _key)).toEqual(['l1', 'l3', 'l2'])
    expect((await patched((patch) => patch.append('tags', ['x']))).tags).toEqual(['a', 'b', 'c', 'x'])
    expect((await patched((patch) => patch.prepend('tags', ['x']))).tags).toEqual(['x', 'a', 'b', 'c'])
    expect((await patched((patch) => patch.splice('tags', 1, 1, ['x', 'y']))).tags).toEqual(['a', 'x', 'y', 'c'])
  })

  test('counts up and down', async () => {
    const after = await patched((patch) => patch.inc({pay: 2, 'levels[_key=="l1"].years.min': 1}))
    expect([after.pay, after.levels[0]?.years.min]).toEqual([5, 1])
    expect((await patched((patch) => patch.dec({pay: 0.5}))).pay).toBe(2.5)
  })

  test('changes a text by its difference', async () => {
    const after = await patched((patch) => patch.diffMatchPatch({title: '@@ -1,5 +1,10 @@\n+Head \n Nurse\n'}))
    expect(after.title).toBe('Head Nurse')
  })

  test('keeps what it does not name, and the order of what is set in turn', async () => {
    const after = await patched((patch) => patch.set({a: 1}).set({b: 2}).setIfMissing({a: 5}).unset(['pay']))
    expect(after).toMatchObject({a: 1, b: 2, title: 'Nurse'})
    expect(after).not.toHaveProperty('pay')
  })

  test('is carried out only on the revision it names', async () => {
    const client = await connect()
    const error = await failure(client.patch('nurse').set({title: 'x'}).ifRevisionId('other').commit())
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'documentRevisionIDDoesNotMatchError'])
    expect(error.message).toContain('Document "nurse" has unexpected revision ID ("seed", expected "other")')
    expect(await client.patch('nurse').set({title: 'x'}).ifRevisionId('seed').commit()).toMatchObject({title: 'x'})
  })

  test('needs a document', async () => {
    const client = await connect()
    const error = await failure(client.patch('gone').set({title: 'x'}).commit())
    expect(kindOf(error)).toBe('documentNotFoundError')
    expect(error.message).toContain('The document with the ID "gone" was not found')
  })

  test.each(['_id', '_type', '_rev', '_createdAt'])('cannot change %s', async (attribute) => {
    const client = await connect()
    for (const patch of [client.patch('nurse').set({[attribute]: 'x'}), client.patch('nurse').unset([attribute])]) {
      const error = await failure(patch.commit())
      expect([error.statusCode, kindOf(error)]).toEqual([409, 'cannotModifyImmutableAttributeError'])
      expect(error.message).toContain(`Cannot modify immutable attribute "${attribute}"`)
    }
    expect(await client.getDocument('nurse')).toEqual({...nurse, _rev: 'seed'})
  })

  test.each([
    ['counts what is no number', {inc: {title: 1}}],
    ['counts by what is no number', {inc: {pay: '1'}}],
    ['has a difference that cannot be read', {diffMatchPatch: {title: '@@ no difference'}}],
    ['has a difference of what is no text', {diffMatchPatch: {pay: '@@ -1 +1 @@\n-3\n+4\n'}}],
    ['has a path without an end', {set: {'levels[_key==': 1}}],
    ['has a path of a hundred levels', {set: {[`a${'.a'.repeat(100)}`]: 1}}],
    ['looks for a name at any depth, at any depth', {set: {'..a..a': 1}}],
    ['inserts no items', {insert: {after: 'tags[-1]'}}],
    ['inserts nowhere', {insert: {items: ['x']}}],
    ['unsets what is no list', {unset: 'title'}],
    ['does what nobody knows', {rename: {title: 'name'}}],
    ['would put in a number that is none', {set: {pay: Number.POSITIVE_INFINITY}}],
    ['would put in a reserved name', {set: {a: JSON.parse('{"__proto__": 1}')}}],
  ])('that %s is refused, and nothing is changed', async (_, patch) => {
    const client = await connect()
    const body = JSON.stringify({mutations: [{patch: {id: 'nurse', set: {pay: 9}, ...patch}}]}).replace('null', '1e400')
    const headers = {'Content-Type': 'application/json'}
    const error = await failure(client.request({url: '/data/mutate/production', method: 'POST', body, headers}))
    expect(error.statusCode).toBe(400)
    expect(await client.getDocument('nurse')).toEqual({...nurse, _rev: 'seed'})
  })

  test('cannot turn a document into one of another type by replacing it', async () => {
    const client = await connect()
    const error = await failure(client.createOrReplace({_id: 'nurse', _type: 'person'}))
    expect([error.statusCode, kindOf(error)]).toEqual([409, 'cannotModifyImmutableAttributeError'])
  })
})
