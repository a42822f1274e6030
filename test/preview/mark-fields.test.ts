import {decodeSanityNodeData} from '@sanity/visual-editing-csm'
import {vercelStegaDecode} from '@vercel/stega'
import fc from 'fast-check'
import {type DefaultTreeAdapterTypes, parse, parseFragment, serialize} from 'parse5'
import {describe, expect, it} from 'vitest'
import {
  diffRole,
  fetchRole,
  jobDescription,
  type RoleDraft,
  roleBySlug,
  rolePage,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../../src/index.ts'
import {markFields} from '../../src/preview.ts'
import {cleanStega} from '../../src/text/stega.ts'
import {brokenAnswer} from '../arbitrary/broken-answer.ts'
import {anyRole} from '../arbitrary/role.ts'
import {sampleDocuments, sampleSource} from '../content.ts'

const options = {studioUrl: 'http://studio.local.localhost:3333'}
const runs = Number(process.env.RUNS ?? 100)

const sample = () => fetchRole(sampleSource, 'machine-learning-engineer')

/** What an overlay reads in a text. */
const behind = (text: string | null | undefined) => {
  const decoded = vercelStegaDecode<object>(text ?? '')
  return decoded && decodeSanityNodeData(decoded as never)
}

describe('the texts of a role with edit markers', () => {
  it('lead to the role itself, by the keys of its items', async () => {
    const role = await sample()
    const marked = markFields(role, options)
    const [level] = role.levels ?? []
    const [faq] = role.faqs ?? []
    const field = (path: string) => ({
      ...{id: role._id, type: 'role', path, baseUrl: options.studioUrl},
      perspective: 'drafts',
    })
    expect(behind(marked.title)).toEqual(field('title'))
    expect(behind(marked.workingWith)).toEqual(field('workingWith'))
    expect(behind(marked.reportsTo?.[0])).toEqual(field('reportsTo[0]'))
    expect(behind(marked.levels?.[0]?.focus?.[1])).toEqual(field(`levels[_key=="${level?._key}"].focus[1]`))
    expect(behind(marked.faqs?.[0]?.question)).toEqual(field(`faqs[_key=="${faq?._key}"].question`))
    const block = marked.summary?.[0] as {_key: string; children: {_key: string; text: string}[]} | undefined
    expect(behind(block?.children[0]?.text)).toEqual(
      field(`summary[_key=="${block?._key}"].children[_key=="${block?.children[0]?._key}"].text`),
    )
  })

  it('lead to the shared document that says them', async () => {
    const role = await sample()
    const marked = markFields(role, options)
    const own = marked.mustHaveSkills?.findIndex(({statement}) => statement !== null) ?? -1
    const shared = marked.mustHaveSkills?.findIndex(({statement}) => statement === null) ?? -1
    const target = (text: string | null | undefined) => {
      const {id, type, path} = behind(text) as {id: string; type: string; path: string}
      return {id, type, path}
    }
    expect(target(marked.responsibilities?.[0]?.statement)).toEqual({
      ...{id: role.responsibilities[0]?._id, type: 'responsibility', path: 'statement'},
    })
    expect(target(marked.mustHaveSkills?.[own]?.statement)).toEqual({
      ...{id: role._id, type: 'role', path: `mustHaveSkills[_key=="${role.mustHaveSkills[own]?._key}"].statement`},
    })
    expect(target(marked.mustHaveSkills?.[shared]?.skill?.name)).toEqual({
      ...{id: role.mustHaveSkills[shared]?.skill._id, type: 'skill', path: 'name'},
    })
    const kpi = role.kpis?.[0]
    expect(target(marked.kpis?.[0]?.statement)).toEqual({id: kpi?._id, type: 'kpi', path: 'statement'})
    expect(target(marked.tools?.[0]?.anyOf?.[0]?.name)).toMatchObject({type: 'tool', path: 'name'})
    expect(target(marked.author?.name)).toEqual({id: role.author?._id, type: 'person', path: 'name'})
    expect(target(marked.relatedRoles?.[0]?.title)).toEqual({
      ...{id: role.relatedRoles?.[0]?._id, type: 'role', path: 'title'},
    })
    expect(target(marked.site?.organizationName)).toMatchObject({id: 'siteSettings', path: 'organizationName'})
  })

  it('are never what machines compare', async () => {
    const role = await sample()
    const marked = markFields(role, options)
    const compared = ({
      _id,
      _updatedAt,
      slug,
      language,
      reviewedOn,
      danglingReferences,
      seoTitle,
      ...rest
    }: RoleDraft) => ({
      ...{_id, _updatedAt, slug, language, reviewedOn, danglingReferences, seoTitle},
      levels: rest.levels?.map(({level, minYears, _key}) => ({level, minYears, _key})),
      targets: rest.kpis?.flatMap(({targets}) => targets?.map(({unit, comparator}) => ({unit, comparator}))),
      price: rest.startingPrice && {...rest.startingPrice, label: null},
      skills: rest.mustHaveSkills?.map(({skill}) => ({category: skill?.category, aliases: skill?.aliases})),
      author: [rest.author?.url, rest.author?.image],
      site: [rest.site?.siteUrl, rest.site?.rolesPath],
      related: rest.relatedRoles?.map(({slug}) => slug),
    })
    expect(compared(marked)).toEqual(compared(role))
  })

  it('are each seen in the page, and every one of the page’s own texts has one', async () => {
    const html = toHTML(rolePage(markFields(await sample(), options)))
    const texts = textNodes(parseFragment(html)).filter((text) => behind(text) !== undefined)
    expect(texts.length).toBeGreaterThan(60)
  })

  it('have one marker, however often they are marked', async () => {
    const marked = markFields(await sample(), options)
    expect(markFields(marked, {studioUrl: 'https://elsewhere.example'})).toEqual(marked)
  })

  it('have none where it could not be taken out again, or leads nowhere', () => {
    const title = (text: string, _id = 'role-x') => {
      const role = roleBySlug('x').parseDraft({_id, title: text}) as RoleDraft
      return markFields(role, options).title
    }
    for (const text of ['', ' \n', 'ends in a joiner\u200d', 'has four\u200b\u200b\u200b\u200bof its own', '\ufeffBOM'])
      expect(title(text)).toBe(text)
    expect(title('Data Engineer', 'no id')).toBe('Data Engineer')
    expect(title('Data Engineer ')).toMatch(/^Data Engineer.+ $/u)
    expect(behind(title('Data Engineer', 'drafts.role-x'))).toMatchObject({id: 'role-x', perspective: 'drafts'})
  })

  it('lead to the list where an item of it has no key', () => {
    const role = roleBySlug('x').parseDraft({
      ...{_id: 'role-x', levels: [{focus: ['Own a system.']}]},
      summary: [{_type: 'block', children: [{_type: 'span', text: 'Moves data.'}]}],
    }) as RoleDraft
    const marked = markFields(role, options)
    expect(behind(marked.levels?.[0]?.focus?.[0])).toMatchObject({path: 'levels'})
    expect(behind((marked.summary as {children: {text: string}[]}[] | null)?.[0]?.children[0]?.text)).toMatchObject({
      path: 'summary',
    })
  })
})

const outputs = (role: RoleDraft) => {
  const [page, description, jsonLd] = [rolePage(role), jobDescription(role), toJsonLd(role)]
  const html = [toHTML(page), toDocument(page, {jsonLd}), toHTML(description), toDocument(description)]
  return [
    ...[toMarkdown(page), toPlainText(page), toMarkdown(description), toPlainText(description), jsonLd],
    ...html.map(withCleanTexts),
  ]
}

type Tree = DefaultTreeAdapterTypes.Node

/** The HTML with its texts cleaned: a marker anywhere else, in a title, a script or what is copied too, is left in. */
function withCleanTexts(html: string): string {
  const tree = parse(html)
  const clean = (node: Tree): void => {
    if (node.nodeName === '#text') (node as DefaultTreeAdapterTypes.TextNode).value = cleanStega(textOf(node))
    else if (!['title', 'script', 'style'].includes(node.nodeName)) childrenOf(node).forEach(clean)
  }
  clean(tree)
  return serialize(tree)
}

const textOf = (node: Tree): string => ('value' in node ? node.value : '')

const childrenOf = (node: Tree): Tree[] => ('childNodes' in node ? node.childNodes : [])

const textNodes = (node: Tree): string[] =>
  node.nodeName === '#text' ? [textOf(node)] : childrenOf(node).flatMap(textNodes)

const expectSame = (role: RoleDraft) => {
  const marked = markFields(role, options)
  expect(outputs(marked)).toEqual(outputs(role))
  expect(diffRole(marked, role)).toEqual(diffRole(role, role))
}

describe('with and without edit markers', () => {
  it('the sample roles are printed the same', async () => {
    const roles = sampleDocuments.filter(({_type}) => _type === 'role')
    for (const {slug} of roles)
      expectSame(await fetchRole(sampleSource, (slug as unknown as {current: string}).current, {perspective: 'drafts'}))
    expect(roles.length).toBeGreaterThan(5)
  })

  it('a text that ends with a full stop is printed with that one', async () => {
    const role = {...(await sample()), reportsTo: ['VP Eng.'], levels: null}
    expectSame(role)
    expect(toMarkdown(rolePage(markFields(role, options)))).not.toContain('Eng..')
  })

  it('a bullet that is no part of a point goes from both', async () => {
    const item = {_type: 'block', listItem: 'bullet', children: [{text: '✓ '}, {text: 'Done'}]}
    const role = {...(await sample()), faqs: [{_key: 'a', question: 'How?', answer: [item], audience: 'page'}]} as never
    expectSame(role)
    expect(toHTML(rolePage(markFields(role, options)))).not.toContain('✓')
  })

  it('any role is printed the same, and only texts of its HTML differ', () => {
    fc.assert(fc.property(anyRole, expectSame), {numRuns: runs})
  })

  it('any broken draft is too', () => {
    fc.assert(
      fc.property(brokenAnswer, (answer) => {
        const role = roleBySlug('any').parseDraft(answer)
        if (role) expectSame(role)
      }),
      {numRuns: runs},
    )
  })
})
