import {createHash} from 'node:crypto'
import {legacyStegaEncode, vercelStegaCombine} from '@vercel/stega'
import fc from 'fast-check'
import {HtmlValidate} from 'html-validate'
import {describe, expect, it} from 'vitest'
import {datasetFindings} from '../../src/checks.ts'
import {
  compareRole,
  comparisonToHTML,
  diffRole,
  diffToHTML,
  diffToMarkdown,
  diffToText,
  type Finding,
  fetchRole,
  jobDescription,
  type RoleDraft,
  roleBySlug,
  toPlainText,
} from '../../src/index.ts'
import {shareFile} from '../../src/share.ts'
import {brokenAnswer} from '../arbitrary/broken-answer.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {hostileStrings} from '../arbitrary/hostile-strings.ts'
import {anyRole} from '../arbitrary/role.ts'
import {printable} from '../arbitrary/text.ts'
import {sampleDocuments, sampleSource} from '../content.ts'
import {attributeOf, byId, type Element, elementsOf, textOf} from './read.ts'

const runs = Number(process.env.RUNS ?? 300)
const slug = 'seo-specialist'
const before = await fetchRole(sampleSource, slug)
const after = await fetchRole(sampleSource, slug, {perspective: 'drafts'})
const made = {madeOn: new Date('2026-11-25T22:00:00Z'), madeBy: 'roleprint 1.2.3'}
const html = shareFile({before, after, ...made})
const partOf = (file: string, id: string) => textOf(byId(file, id) ?? expect.unreachable(`#${id} is there`))

describe('the file', () => {
  it('says what it is: the role, both versions, when and with what it was made, and how much changes', () => {
    const head = textOf(elementsOf(html).find(({tagName}) => tagName === 'header') ?? expect.unreachable())
    expect(head).toBe(
      'For your reviewSEO Specialist6 changes in 6 sections.BeforePublishedAfterDraftLast changed onMay 12, 2026Made onNovember 25, 2026Made byroleprint 1.2.3',
    )
    expect(html).toContain('<title>SEO Specialist: What changes</title>')
    expect(html).toContain('<time datetime="2026-11-25">')
  })

  it('tells each change by section, with its words marked and whose edit it is', () => {
    const words = {headingLevel: 3, self: after._id}
    expect(html).toContain(diffToHTML(diffRole(before, after), words))
    expect(partOf(html, 'changes')).toContain(
      'Changed: Starting price: $35 38/hour Edited in this role'.replace('E', 'e'),
    )
  })

  it('has both versions in full, side by side', () => {
    const columns = {headingLevel: 3, self: after._id, before: 'Published', after: 'Draft'}
    expect(html).toContain(comparisonToHTML(compareRole(before, after), columns))
  })

  it('ends with the job description as it will be, to the letter', () => {
    const [pre] = elementsOf(html).filter(({tagName}) => tagName === 'pre')
    expect(pre && textOf(pre)).toBe(toPlainText(jobDescription(after)))
  })

  it('names versions that are no perspective as they are', () => {
    const file = shareFile({before, after, from: 'old.ndjson', to: 'r<b>Summer'})
    const terms = elementsOf(file).filter(({tagName}) => tagName === 'dd')
    expect(terms.slice(0, 2).map(textOf)).toEqual(['old.ndjson', 'r<b>Summer'])
    expect(shareFile({before, after, from: '__proto__', to: 'toString'})).toContain('<dd>toString</dd>')
  })

  it('says when one of its documents was changed last, and by whom where somebody says so', () => {
    const file = shareFile({before, after: {...after, modifiedAt: '2026-11-20T09:00:00Z'}, changedBy: 'Ada <b>'})
    expect(file).toContain('<dt>Last changed on</dt><dd><time datetime="2026-11-20">November 20, 2026</time></dd>')
    expect(file).toContain('<dt>Changed by</dt><dd>Ada &lt;b&gt;</dd>')
    expect(html).not.toContain('Changed by')
    expect(shareFile({before, after: null})).not.toContain('Last changed on')
  })

  it('has one box to tick that leaves only what changes, and none where nothing does', () => {
    expect(html.match(/<input type="checkbox"/g)).toHaveLength(1)
    expect(partOf(html, 'comparison')).toContain('Show only what changes')
    expect(shareFile({before, after: before})).not.toContain('<input')
  })

  it('reads no clock: without a day it names none, and the same twice is the same file', () => {
    expect(shareFile({before, after})).not.toContain('Made on')
    expect(shareFile({before, after: {...after, modifiedAt: null}})).not.toContain('<time')
    expect(shareFile({before, after, madeOn: 'soon'})).toBe(shareFile({before, after, madeOn: new Date(Number.NaN)}))
    expect(shareFile({before, after, madeOn: '2026-11-25'})).toContain('November 25, 2026')
    expect(shareFile({before, after, ...made})).toBe(html)
  })
})

describe('the checks', () => {
  const finding: Finding = {
    ...{id: 'no-pay', severity: 'warning', message: 'Says <nothing> of pay.', documentId: after._id ?? ''},
    ...{documentType: 'role', path: ['startingPrice'], place: 'Starting price'},
  }

  it('are told where they were made, errors and warnings in words', () => {
    const findings: Finding[] = [
      {...finding, severity: 'error', message: 'Is empty.', documentId: 'skill-sql', documentType: 'skill', place: ''},
      finding,
    ]
    expect(partOf(shareFile({before, after, findings}), 'checks')).toBe(
      'ChecksError: skill skill-sql: Is empty.Warning: Starting price: Says <nothing> of pay.',
    )
  })

  it('say so where they have found nothing, and are left out where they were not made', () => {
    expect(partOf(shareFile({before, after, findings: []}), 'checks')).toContain('found nothing to mend')
    expect(byId(html, 'checks')).toBeUndefined()
    expect(html).not.toContain('#checks')
  })

  it('take what the checks of a dataset have found', () => {
    const {findings} = datasetFindings(sampleDocuments, {slug})
    expect(shareFile({before, after, findings})).toContain('id="checks"')
  })
})

describe('a role that is not in both versions', () => {
  it('is new', () => {
    const file = shareFile({before: null, after})
    expect(file).toContain('The role is new')
    expect(partOf(file, 'job-description')).toContain(toPlainText(jobDescription(after)))
  })

  it('is to go', () => {
    const file = shareFile({before, after: null})
    expect(file).toContain('The role is to go')
    expect(partOf(file, 'job-description')).toContain('There will be no job description.')
    expect(file).toContain('<h1 class="roleprint-title">SEO Specialist</h1>')
  })

  it('is nowhere', () => {
    expect(shareFile({before: null, after: null})).toContain('The role is in neither version.')
  })

  it('prints the same in both', () => {
    const file = shareFile({before, after: before})
    expect(file.match(/Nothing printed changes\./g)).toHaveLength(2)
  })
})

describe('the language', () => {
  it('is that of the role', async () => {
    const german = await fetchRole(sampleSource, 'performance-marketing-manager')
    const file = shareFile({before: german, after: {...german, title: 'Leitung'}, ...made, findings: []})
    expect(file).toContain('<html lang="de">')
    for (const words of ['Zur Durchsicht', 'Änderungen in', '25. November 2026', 'Geändert', 'Nebeneinander'])
      expect(file).toContain(words)
    expect(file).not.toMatch(/>(Changed|Before|Unchanged|Checks|Nothing|Job description)/)
  })

  it('is told for the lines of a role whose language has no words yet', () => {
    const file = shareFile({before, after: {...after, language: 'fr'}})
    expect(file).toContain('<html lang="en">')
    expect(file).toContain('<h1 class="roleprint-title" lang="fr">')
    expect(file).toContain('<span class="roleprint-compare-line" lang="fr">')
    expect(file).toContain('<pre class="roleprint-text" lang="fr">')
    expect(shareFile({before, after: {...after, language: 'en-GB'}})).toContain('<html lang="en-GB">')
    expect(shareFile({before, after: {...after, language: '"><b>'}})).toContain('<html lang="en">')
  })
})

describe('what may happen in it', () => {
  it('is nothing but its own styles, which are known by their hash', () => {
    const [style, ...others] = elementsOf(html).filter(({tagName}) => tagName === 'style')
    const hash = createHash('sha256')
      .update(style ? textOf(style) : '')
      .digest('base64')
    const policy = elementsOf(html).find((each) => attributeOf(each, 'http-equiv') === 'Content-Security-Policy')
    expect(policy && attributeOf(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(others).toEqual([])
    expect(style && textOf(style)).not.toMatch(/url\(|@import/)
  })

  it('is not found by a search engine, and tells no site where it was opened', () => {
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(html).toContain('<meta name="referrer" content="no-referrer">')
  })

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({extends: ['html-validate:recommended']})
    const german = await fetchRole(sampleSource, 'performance-marketing-manager')
    const {findings} = datasetFindings(sampleDocuments, {slug})
    const files = [
      html,
      shareFile({before, after, findings, ...made}),
      shareFile({before: null, after: german}),
      shareFile({before, after: null, findings: []}),
    ]
    for (const file of files) {
      const {results} = await validator.validateString(file)
      expect(results.flatMap(({messages}) => messages.map(({ruleId, message}) => `${ruleId}: ${message}`))).toEqual([])
    }
  })
})

describe('hostile text', () => {
  const tame = fullRole((plain) => plain)
  const visible = hostileStrings.filter((text) => /[^\p{Z}\p{C}]/u.test(printable(text)))

  it('in every field stays text, and runs or loads nothing', () => {
    expect(visible.length).toBeGreaterThan(450)
    // A string in each field: each of them comes to stand in five.
    for (let next = 0; next < 5 * visible.length; ) {
      const name = visible[next % visible.length] as string
      const role = fullRole((plain) => `${plain} ${visible[next++ % visible.length]}`)
      const file = shareFile({before: tame, after: role, from: name, to: name, madeBy: name})
      const elements = expectTame(file)
      const [pre] = elements.filter(({tagName}) => tagName === 'pre')
      expect(pre && textOf(pre)).toBe(toPlainText(jobDescription(role)))
      const rows = compareRole(tame, role).sections.flatMap(({rows}) =>
        rows.filter(({part, kind}) => part !== 'heading' || kind === 'changed'),
      )
      const lines = elements.filter((each) => attributeOf(each, 'class') === 'roleprint-compare-line')
      expect(lines.map(textOf)).toEqual(
        rows.flatMap(({before, after}) => [before, after].flatMap((line) => line ?? [])),
      )
    }
  })

  it('in a finding stays text', () => {
    const findings = visible.map(
      (text): Finding => ({
        ...{id: 'no-pay', severity: text as 'error', message: text, documentId: text, documentType: text},
        ...{path: [], place: text},
      }),
    )
    const items = expectTame(shareFile({before: tame, after: tame, findings})).filter(
      (each) => attributeOf(each, 'data-severity') === 'warning',
    )
    const told = visible.map((text) => `Warning: ${text} ${text}, ${text}: ${text}`.replace(/\r\n?/g, '\n'))
    const visibly = (text: string) => text.replace(invisible, '')
    expect(items.map(textOf).map(visibly)).toEqual(told.map(visibly))
  })
})

// Edit markers are cleaned, and some strings look like them. A document cannot hold NUL.
const invisible = /[\u200b-\u200d\u2060-\u2063\ufeff\u{1d173}-\u{1d17a}\0\ud800-\udfff\ufffd]/gu

describe('any draft', () => {
  it('is compared and shared without a throw', () => {
    const answer = fc.oneof(fc.jsonValue(), anyRole, brokenAnswer)
    fc.assert(
      fc.property(answer, answer, (one, other) => {
        const [was, is] = [one, other].map((each): RoleDraft | null => roleBySlug('any').parseDraft(each))
        const file = shareFile({before: was ?? null, after: is ?? null})
        expectTame(file)
        expect(file).toContain(diffRole(was ?? null, is ?? null).sections.length > 0 ? 'data-change="' : '<html')
      }),
      {numRuns: runs},
    )
  })
})

describe.each<[string, (plain: string) => string]>([
  ['today', (plain) => vercelStegaCombine(plain, marker, false)],
  ['before', (plain) => plain + legacyStegaEncode(marker)],
])('with edit markers in every text, as they are hidden %s', (_name, encode) => {
  const reworded = (write: (plain: string) => string): RoleDraft => {
    const role = fullRole(write)
    return {
      ...role,
      title: write('Data Platform Engineer'),
      mustHaveSkills: role.mustHaveSkills.toReversed(),
      responsibilities: [{_id: 'r9', statement: write('Builds good pipelines.'), area: null}],
    }
  }
  const clean = [fullRole((plain) => plain), reworded((plain) => plain)] as const
  const marked = [fullRole(encode), reworded(encode)] as const

  it('diff, comparison and share file are the same, to the byte', () => {
    expect(marked[1].title).not.toBe(clean[1].title)
    for (const print of [diffToText, diffToMarkdown, diffToHTML])
      expect(print(diffRole(...marked))).toBe(print(diffRole(...clean)))
    expect(compareRole(...marked)).toEqual(compareRole(...clean))
    expect(comparisonToHTML(compareRole(...marked))).toBe(comparisonToHTML(compareRole(...clean)))
    const share = ([before, after]: readonly [RoleDraft, RoleDraft]) => shareFile({before, after, ...made})
    expect(share(marked)).toBe(share(clean))
  })
})

const marker = {origin: 'sanity.io', href: 'https://example.com/studio/intent/edit/id=role-any;path=title'}

const known = new Set([
  ...[
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'header',
    'nav',
    'main',
    'section',
    'div',
    'span',
    'p',
    'h1',
    'h2',
  ],
  ...['label', 'input'],
  ...['h3', 'dl', 'dt', 'dd', 'time', 'ul', 'ol', 'li', 'a', 'strong', 'small', 'ins', 'del', 'pre'],
])

/** Nothing that runs, loads or leads out of the file. */
function expectTame(file: string): Element[] {
  const elements = elementsOf(file)
  for (const element of elements) {
    if (!known.has(element.tagName)) expect.unreachable(`<${element.tagName}> is in it`)
    if (element.tagName === 'input') expect(element.attrs).toEqual([{name: 'type', value: 'checkbox'}])
    for (const {name, value} of element.attrs) {
      if (/^on|^style$|^src|^background$|^formaction$|^ping$/.test(name)) expect.unreachable(`${name} is in it`)
      if (name === 'href' && !/^#[\w-]+$/.test(value)) expect.unreachable(`a way to ${value} is in it`)
    }
  }
  return elements
}
