import {describe, expect, it} from 'vitest'
import {jobDescription, type RoleDraft, rolePage, toHTML, toMarkdown, toPlainText} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'

const role = fullRole((plain) => plain)
const text = (change: Partial<RoleDraft>): string => toPlainText(rolePage({...role, ...change}))

describe('the role page', () => {
  it('has its sections in reading order', () => {
    expect(rolePage(role).sections.map(({name}) => name)).toEqual([
      'key-facts',
      'role-summary',
      'responsibilities',
      'must-have-skills',
      'nice-to-have-skills',
      'tools',
      'reporting-structure',
      'seniority-levels',
      'kpis',
      'job-description',
      'faqs',
      'related-roles',
      'author',
      'last-updated',
    ])
  })

  it('tells the key facts', () => {
    expect(rolePage(role).sections[0]?.blocks).toEqual([
      {
        kind: 'facts',
        facts: [
          {label: 'Role', text: 'Data Engineer', datetime: null},
          {label: 'Reports to', text: 'Head of Data', datetime: null},
          {label: 'Must-have skills', text: '3 items', datetime: null},
          {label: 'Seniority levels', text: 'Mid', datetime: null},
          {label: 'KPIs defined', text: '1 metric', datetime: null},
          {label: 'Starting price (remote)', text: '$4,000/month', datetime: null},
        ],
      },
    ])
  })

  it('takes its year from the review, else from the last change, else leaves it out', () => {
    const title = (change: Partial<RoleDraft>): string => rolePage({...role, ...change}).title
    expect(title({reviewedOn: '2025-01-01'})).toBe('Data Engineer Job Description Template (2025)')
    expect(title({reviewedOn: null})).toBe('Data Engineer Job Description Template (2026)')
    expect(title({reviewedOn: null, modifiedAt: '2024-01-01T00:00:00Z'})).toBe(
      'Data Engineer Job Description Template (2024)',
    )
    expect(title({reviewedOn: null, modifiedAt: null})).toBe('Data Engineer Job Description Template (2026)')
    expect(title({reviewedOn: null, modifiedAt: null, _updatedAt: null})).toBe('Data Engineer Job Description Template')
    expect(toHTML(rolePage(role))).toContain('<time datetime="2026-04-12">April 12, 2026</time>')
  })

  it('leaves out a KPI that has no statement yet', () => {
    const kpis = [{_id: 'k', name: 'Speed', statement: null, targets: null}, ...(role.kpis ?? [])]
    expect(text({kpis})).not.toContain('Speed')
    expect(text({kpis})).toContain('KPIs defined: 1 metric')
  })

  it('prints a skill in the role’s own words, else in its own, else by its name', () => {
    expect(text({})).toContain('• Reads SQL.\n• Writes SQL.\n• SQL')
  })

  it('counts only what it prints', () => {
    expect(text({mustHaveSkills: [{_key: 'm', statement: ' ', skill: null}]})).not.toContain('Must-have skills')
    expect(text({tools: [{_key: 't', anyOf: []}]})).not.toContain('Tools and technology')
  })

  it('hints at placeholders only where there are some', () => {
    expect(text({})).not.toContain('square brackets')
    expect(text({workingWith: 'Works with [Company] clients.'})).toContain('Fill in the square brackets first.')
  })

  it('has no heading for related roles that are not there', () => {
    expect(text({relatedRoles: []})).not.toContain('Related')
    expect(text({relatedRoles: [{_id: 'x', title: null, slug: 'x', language: 'en'}]})).not.toContain('Related')
  })

  it('asks what every role is asked, then what an editor has answered', () => {
    const html = toHTML(rolePage(role))
    expect(html.match(/<h3>[^<]*\?<\/h3>/g)).toEqual([
      '<h3>What does a Data Engineer do day-to-day?</h3>',
      '<h3>How many years of experience should a mid-level Data Engineer have?</h3>',
      '<h3>Which KPIs should I hold a Data Engineer accountable to?</h3>',
      '<h3>Is there on-call?</h3>',
    ])
    expect(html).toContain(
      '<p>Look for 3–6 years of experience in a mid-level Data Engineer. By then they can be trusted to owns a pipeline.</p>',
    )
  })

  it('shows no picture from anywhere but Sanity', () => {
    const withImage = (url: string, width: number | null = 10) =>
      toHTML(rolePage({...role, author: {...role.author, image: {url, width, height: 1e9}} as RoleDraft['author']}))
    expect(withImage('https://cdn.sanity.io/images/x.png')).toContain(
      '<img src="https://cdn.sanity.io/images/x.png" alt="Ada" width="10" loading="lazy">',
    )
    for (const url of [
      'https://evil.example/x.png',
      'javascript:alert(1)',
      'data:image/svg+xml,<svg>',
      '/x.png',
      '//cdn.sanity.io/x',
    ]) {
      expect(withImage(url)).not.toContain('<img')
    }
    for (const width of [0, -1, Number.NaN, 1e9])
      expect(withImage('https://cdn.sanity.io/x', width)).not.toContain('width=')
  })
})

it('has one sign where the words bring their own', () => {
  const page = toPlainText(
    rolePage({
      ...role,
      reportsTo: ['Head of Data', 'VP Eng.'],
      startingPrice: {amount: 4000, currency: 'USD', unit: 'MONTH', label: 'offshore: '},
    }),
  )
  expect(page).toContain('Reports to the Head of Data or VP Eng. Works with analysts.')
  expect(page).toContain('Starting price (offshore): $4,000/month')
})

it('has no gap where an edit marker stood behind one', () => {
  const marker = '\u200b\u200c\u200d\u2060'
  const {title, intro, seoTitle} = rolePage({...role, title: `Clerk ${marker}`, seoTitle: `Clerks ${marker}`})
  expect([title.replace(marker, ''), intro, seoTitle]).toEqual([
    'Clerk  Job Description Template (2026)',
    'What a Clerk is hired to do, on one page, ready to copy.',
    'Clerks',
  ])
})

it('names an author of whom only the name is known, without a heading', () => {
  const {author} = role
  const bare = {...author, jobTitle: null, bio: null, highlights: null, image: null, url: null} as RoleDraft['author']
  const section = rolePage({...role, author: bare}).sections.find(({name}) => name === 'author')
  expect(section).toMatchObject({heading: null, blocks: [{kind: 'paragraph', text: `Written by ${author?.name}`}]})
  expect(
    rolePage({...role, author: {...author, name: ' '} as RoleDraft['author']}).sections.map(({name}) => name),
  ).not.toContain('author')
})

describe('a point of a list', () => {
  const points = (...statements: string[]) => {
    const items = statements.map((statement, index) => ({_id: `r${index}`, statement, area: null}))
    return toMarkdown(jobDescription({...fullRole((plain) => plain), responsibilities: items}))
      .split('## Responsibilities\n\n')[1]
      ?.split('\n\n')[0]
  }

  it('has no bullet but ours', () => {
    expect(points('\uf0b7\tLoad.', '\uf0a7 Check.', '➢ Tell.', '✓ Write.', '・資料を作る。', '• • Twice.', '●')).toBe(
      '- Load.\n- Check.\n- Tell.\n- Write.\n- 資料を作る。\n- Twice.\n- ●',
    )
    expect(
      points('o\tLoad.', 'Ø\tCheck.', '- Tell.', '–\tWrite.', '* Sign.', '✔️ Send.', '·\u00a0\u00a0Ask.', '2) Go.'),
    ).toBe('- Load.\n- Check.\n- Tell.\n- Write.\n- Sign.\n- Send.\n- Ask.\n- Go.')
    expect(points('\x95 Load.', '\x96 Check.', '▪︎ Tell.')).toBe('- Load.\n- Check.\n- Tell.')
  })

  it('keeps what may belong to its words', () => {
    expect(
      points('– 5 °C halten', '-5 °C', '○○ names', 'Ø 3 trips', '§ 34a', '5) ', 'o', '2.5 tons', '»So« say', '-'),
    ).toBe('- – 5 °C halten\n- -5 °C\n- ○○ names\n- Ø 3 trips\n- § 34a\n- 5\\)\n- o\n- 2.5 tons\n- »So« say\n- \\-')
  })

  it('has no number in English, and keeps it where it may be the first of something', () => {
    const first = {_id: 'r', statement: '1. Begin', area: null}
    const inLanguage = (language: string) =>
      toPlainText(jobDescription({...role, language, responsibilities: [first], kpis: []}))
    expect(inLanguage('en-GB')).toContain('• Begin\n')
    for (const language of ['de', 'da', 'fr']) expect(inLanguage(language)).toContain('• 1. Begin\n')
  })

  it('has no bullet of its own in the names that are printed as points', () => {
    const page = toPlainText(
      jobDescription({
        ...role,
        tools: [{_key: 't', anyOf: [{_id: 't', name: '• SQL', aliases: null}]}],
        kpis: [{_id: 'k', name: '• Age:', statement: '- An hour.', targets: []}],
      }),
    )
    expect(page).toContain('\n• SQL\n')
    expect(page).toContain('\n• Age: An hour.\n')
  })

  it('has a backslash before a star only where two could be a pair', () => {
    expect(points('Hilft Kund*innen.', 'Kund*innen und Nutzer*innen', 'a * b', '*nix', '5*', '**x')).toBe(
      '- Hilft Kund*innen.\n- Kund\\*innen und Nutzer\\*innen\n- a * b\n- *nix\n- 5*\n- \\*\\*x',
    )
    expect(points('Don`t', 'x_ and y', 'ca.~5', '`a`', '*a*', '_a_')).toBe(
      '- Don`t\n- x_ and y\n- ca.~5\n- \\`a\\`\n- \\*a\\*\n- \\_a\\_',
    )
    const related = [{_id: 'x', title: 'Entwickler*in', slug: 'x', language: 'en'}]
    expect(toMarkdown(rolePage({...role, relatedRoles: related}))).toContain('- [Entwickler*in](/roles/x)')
  })
})
