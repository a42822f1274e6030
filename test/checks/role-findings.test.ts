import {describe, expect, it, test} from 'vitest'
import {roleFindings} from '../../src/index.ts'
import {findingsIn, found, now, paragraph, roleOf} from './role.ts'

const level = (name: string, minYears: number, maxYears?: number) => ({
  ...{_key: name, _type: 'level', level: name, minYears, maxYears, focus: ['Own a shelf.']},
})
const levels = [level('junior', 1, 3), level('senior', 6)]

describe('a role', () => {
  it('with nothing to mend has no findings', () => {
    expect(found()).toEqual([])
    expect(found({}, {levels})).toEqual([])
  })

  it('that is a draft is known by its published id', () => {
    const {role, documents} = roleOf({}, {_id: 'drafts.role-clerk', faqs: []})
    expect(roleFindings(role, documents)).toEqual([
      {
        id: 'no-questions',
        severity: 'warning',
        documentId: 'role-clerk',
        documentType: 'role',
        path: ['faqs'],
        place: 'Questions',
        message: expect.stringContaining('No question is answered yet.'),
      },
    ])
  })

  it('says nothing where there is nothing at all', () => {
    const nothing = {_id: 'role-x', _type: 'role'}
    expect(roleFindings(nothing, []).map(({id}) => id)).toEqual(['no-pay', 'no-questions'])
  })

  it('is not found fault with twice for a text that two of its lists share', () => {
    const {role, documents} = roleOf({kpis: ['Every letter is answered.']})
    const twice = {...role, kpis: [...(role.kpis as object[]), ...(role.kpis as object[])]}
    expect(roleFindings(twice, documents, {now})).toHaveLength(1)
  })
})

describe('a required text', () => {
  test.each<[what: string, fields: object, place: string]>([
    ['a blank title', {title: ' \u00a0'}, 'Title'],
    ['a summary of empty paragraphs', {summary: [paragraph(' '), paragraph('', 'p2')]}, 'Summary'],
    ['a blank point of a level', {levels: [{...level('mid', 1), focus: ['Own it.', ' ']}]}, 'Levels, Mid'],
    ['a blank question', {faqs: [{_key: 'f', question: ' ', answer: [paragraph('Yes.')]}]}, 'Questions, 1st'],
    ['an empty answer', {faqs: [{_key: 'f', question: 'Why?', answer: [paragraph(' ')]}]}, 'Questions, 1st'],
  ])('that says nothing is an error: %s', (_, fields, place) => {
    const findings = findingsIn({}, fields)
    expect(findings.map(({id, severity}) => `${severity} ${id}`)).toEqual(['error says-nothing'])
    expect(findings[0]?.place).toBe(place)
  })

  test.each(['200b', '2800', '3164', '2060', 'feff', 'ad'])('that nobody can see says nothing: U+%s', (code) => {
    const text = ` ${String.fromCodePoint(Number.parseInt(code, 16))} `
    expect(found({}, {title: text})).toEqual(['says-nothing at Title'])
    expect(found({summary: text})).toEqual(['says-nothing at Summary'])
    expect(found({responsibilities: [text]})).toEqual(['says-nothing at Statement'])
    expect(found({mustHaves: [text]})).toEqual(['says-nothing at Statement'])
    expect(found({kpis: [text]})).toEqual(['says-nothing at Statement'])
  })

  it('of a shared document is that document’s to mend', () => {
    const [finding] = findingsIn({responsibilities: [' ']})
    expect(finding).toMatchObject({id: 'says-nothing', documentId: 'responsibility-0', path: ['statement']})
    expect(found({mustHaves: ['  ']}, {})).toEqual([])
  })

  it('is the schema’s business where it is missing', () => {
    expect(found({}, {title: '', summary: [], levels: [{...level('mid', 1), focus: []}]})).toEqual([])
  })
})

describe('years in a must-have', () => {
  test.each<[text: string, asks: string]>([
    ['4+ years of Python.', '4+ years'],
    ['At least three years in an archive.', 'three+ years'],
    ['Minimum of 4 years’ experience.', '4+ years'],
    ['4 years of experience with letters.', '4 years'],
    ['5 or more years of shorthand.', '5+ years'],
    ['2–4 years of experience with ledgers.', '2–4 years'],
    ['2+ years of filing.', '2+ years'],
    ['10 years of data, and 4+ years of Python.', '4+ years'],
    ['Mindestens 4 Jahre Berufserfahrung.', '4+ years'],
    ['6 years of Java.', '6 years'],
    ['6+yrs of Java.', '6+ years'],
    ['Python: 4+ years.', '4+ years'],
    ['4+ years Python.', '4+ years'],
    ['8+ years in insurance.', '8+ years'],
    ['4+ years managing budgets.', '4+ years'],
    ['5 years as a nurse.', '5 years'],
    ['A degree and 4+ years of driving experience.', '4+ years'],
  ])('contradict a level that gives others: %j', (text, asks) => {
    const findings = findingsIn({mustHaves: ['Careful spelling.', text]}, {levels})
    expect(findings.map(({id, place}) => [id, place])).toEqual([['years-contradict', 'Must-have skills, 2nd']])
    expect(findings[0]?.message).toContain(`asks for ${asks}, but Junior is 1–3 years.`)
    expect(findings[0]?.path).toEqual(['mustHaveSkills', {_key: 'k1'}])
  })

  test.each([
    '1+ years of Python.',
    '1 year of experience.',
    'Models of 10 years of data.',
    'At least 18 years old.',
    'A 5-year plan that holds.',
    'Mindestens 18 Jahre.',
    'At least 18 years.',
    'A clean driving record of at least 5 years.',
    'A driving licence held for more than 4 years.',
    'Residence of at least 5 years in the country.',
    'A degree of at least 4 years of study.',
    'Budgets of more than 5 years.',
    'At least 5 years of residence in Spain.',
    'Python 3 in the last two years.',
    '4x4 driving.',
    'Budgets of $4+ years.',
  ])('may be %j', (text) => {
    expect(found({mustHaves: [text]}, {levels})).toEqual([])
  })

  it('hold against the level they do not fit, whichever it is', () => {
    const [finding] = findingsIn(
      {mustHaves: ['1–3 years of experience.']},
      {levels: [level('junior', 1, 3), level('senior', 6)]},
    )
    expect(finding?.message).toContain('but Senior is 6+ years')
  })

  it('may go beyond in what is nice to have, and stand alone without levels', () => {
    expect(found({niceToHaves: ['4+ years of Python.']}, {levels})).toEqual([])
    expect(found({mustHaves: ['4+ years of Python.']})).toEqual([])
  })

  it('are read in the words of the role, where it has its own', () => {
    const skill = {_type: 'reference', _ref: 'skill-0'}
    const mustHaveSkills = [{_key: 'own', statement: '4+ years of Python.', skill}]
    expect(found({mustHaves: ['Python.']}, {levels, mustHaveSkills})).toEqual([
      'years-contradict at Must-have skills, 1st',
    ])
  })
})

describe('two bullets', () => {
  test.each<[one: string, other: string]>([
    ['Review colleagues’ code for correctness and tests.', 'Review colleagues’ code for correctness and tests.'],
    ['Write clear release notes for each version.', 'Write clear release note for every version.'],
    ['Plan budgets and forecasts with department leads.', 'Planning forecasts and budgets with department leads'],
    ['Organise the archive of customer letters.', 'Organize the archive of customer letters.'],
  ])('that say nearly the same are told: %j, %j', (one, other) => {
    expect(found({responsibilities: [one, other]})).toEqual(['near-duplicate at Responsibilities, 2nd'])
    const [finding] = findingsIn({responsibilities: [one], niceToHaves: [other]})
    expect(finding).toMatchObject({id: 'near-duplicate', place: 'Nice-to-have skills, 1st'})
    expect(finding?.message).toContain('“Responsibilities, 1st”')
  })

  test.each<[one: string, other: string]>([
    ['Review code.', 'Review contracts.'],
    ['Python for production code.', 'Python for data analysis.'],
    ['Write weekly reports for the board.', 'Write weekly reports for customers and partners.'],
    ['Keep response times under 200 ms.', 'Keep response times under 400 ms.'],
    ['SQL', 'MySQL'],
    ['Treat hypertension in older patients.', 'Treat hypotension in older patients.'],
    ['Plan interdepartmental budget reviews.', 'Plan intradepartmental budget reviews.'],
    ['Call inbound customers about their orders each day.', 'Call outbound customers about their orders each day.'],
    ['Approve the invoices of suppliers abroad each week.', 'Reject the invoices of suppliers abroad each week.'],
    ['Write preoperative notes for the surgeons on call.', 'Write postoperative notes for the surgeons on call.'],
    [
      'Run qualitative studies of how customers read letters.',
      'Run quantitative studies of how customers read letters.',
    ],
    ['Design tests.', 'Test designs of others with people who use them.'],
  ])('that differ are left alone: %j, %j', (one, other) => {
    expect(found({responsibilities: [one, other]})).toEqual([])
  })

  it('about one skill in both lists are told, in whatever words', () => {
    const skill = {_type: 'reference', _ref: 'skill-0'}
    const niceToHaveSkills = [{_key: 'n', statement: 'An eye for commas.', skill}]
    const [finding] = findingsIn({}, {niceToHaveSkills})
    expect(finding?.message).toBe('This skill is also under “Must-have skills, 1st”. Keep it in one of the two lists.')
  })

  it('that are the same entry twice are the schema’s business', () => {
    const twice = ['a', 'b'].map((_key) => ({_key, _type: 'reference', _ref: 'responsibility-0'}))
    expect(found({}, {responsibilities: twice})).toEqual([])
  })
})

describe('a tool', () => {
  test.each<[tool: string, text: string]>([
    ['Terraform', 'Describe networks with Terraform and review them.'],
    ['Excel', 'Keep the plan in Excel, with formulas others can audit.'],
    ['C#', 'Write services in C#, and test them.'],
    ['Go', 'Write services in Go.'],
    ['Go', 'Use Go daily.'],
    ['Excel', 'Use Microsoft Excel daily.'],
    ['Spark', 'Build with Apache Spark jobs.'],
    ['dbt', 'Build tables with dbt.'],
    ['Kafka', 'Kafka for events that must not be lost.'],
    ['.NET', 'Build on .NET where it fits.'],
  ])('that a text names and the list lacks is told: %s in %j', (tool, text) => {
    const [finding, ...others] = findingsIn({responsibilities: [text], otherTools: [tool]})
    expect(others).toEqual([])
    expect(finding).toMatchObject({id: 'unlisted-tool', place: 'Responsibilities, 1st', documentId: 'role-clerk'})
    expect(finding?.message).toContain(`“${tool}” is named here`)
  })

  test.each<[tool: string, text: string]>([
    ['Excel', 'Excel at writing letters.'],
    ['Excel', 'People who excel in writing.'],
    ['Notion', 'Notion of what a good letter is.'],
    ['Slack', 'Leave slack in the plan.'],
    ['Go', 'Go-to-market plans for letters.'],
    ['Go', 'Let letters go.'],
    ['R', 'R&D letters.'],
    ['C', 'Write services in C++ and C#.'],
    ['React', 'Answer. React to complaints within a day.'],
    ['SQL', 'Query with MySQL or NoSQL stores.'],
    ['axe', 'Use an axe with care.'],
    ['Teams', 'Work with the Sales Teams every day.'],
  ])('is not meant by another word: %s in %j', (tool, text) => {
    expect(found({responsibilities: [text], otherTools: [tool]})).toEqual([])
  })

  it('that is listed, or stands for a skill the role lists, is not told', () => {
    const text = 'Describe networks with Terraform.'
    expect(found({responsibilities: [text], tools: ['Terraform']})).toEqual([])
    const {role, documents} = roleOf({responsibilities: [text], otherTools: ['Terraform']})
    const named = documents.map((one) => (one._type === 'skill' ? {...one, aliases: ['Terraform']} : one))
    expect(roleFindings(role, named, {now})).toEqual([])
  })

  it('is not found inside of the name of a listed one', () => {
    expect(
      found({
        responsibilities: ['Chart it in Google Data Studio.'],
        tools: ['Google Data Studio'],
        otherTools: ['Studio'],
      }),
    ).toEqual([])
  })

  it('is told by its longest name', () => {
    const texts = {responsibilities: ['Build it in React Native.'], otherTools: ['React', 'React Native']}
    expect(findingsIn(texts).map(({message}) => message.slice(0, 16))).toEqual(['“React Native” i'])
    expect(found({...texts, tools: ['React'], otherTools: ['React Native']})).toEqual([
      'unlisted-tool at Responsibilities, 1st',
    ])
  })

  it('goes by its other names too, and is told once', () => {
    const {role, documents} = roleOf({
      responsibilities: ['Run it on K8s.', 'Mend Kubernetes.'],
      otherTools: ['Kubernetes'],
    })
    const named = documents.map((one) => (one._type === 'tool' ? {...one, aliases: ['K8s']} : one))
    expect(roleFindings(role, named, {now}).map(({id}) => id)).toEqual(['unlisted-tool'])
  })

  it('of another language’s role is not guessed from a word with a capital', () => {
    const texts = {responsibilities: ['Leitet mehrere Teams.'], otherTools: ['Teams']}
    expect(found(texts, {language: 'de'})).toEqual([])
    expect(found({...texts, responsibilities: ['Meet in Teams.']})).toEqual(['unlisted-tool at Responsibilities, 1st'])
  })
})

describe('a list of tools', () => {
  const tools = Array.from({length: 11}, (_, index) => `Tool${index}`)

  it('of more than ten lines that nothing mentions is told once', () => {
    const [finding, ...others] = findingsIn({tools})
    expect(others).toEqual([])
    expect(finding?.message).toMatch(
      /^11 of 11 lines of tools are mentioned nowhere else: Tool0, Tool1, Tool2 and others\./,
    )
  })

  it('is left alone with ten such lines, or where the eleventh is mentioned', () => {
    expect(found({tools: tools.slice(1)})).toEqual([])
    expect(found({tools, responsibilities: ['Keep letters in Tool7.']})).toEqual([])
  })
})

describe('a KPI', () => {
  test.each(['Every letter has an owner.', 'Customers are happier than before.'])(
    'without a number is told: %j',
    (text) => {
      expect(findingsIn({kpis: [text]})).toMatchObject([
        {id: 'kpi-without-number', documentId: 'kpi-0', documentType: 'kpi'},
      ])
    },
  )

  it('is left alone in a language whose numbers are not known', () => {
    expect(found({kpis: ['Toutes les lettres ont un destinataire.']}, {language: 'fr'})).toEqual([])
    expect(found({kpis: ['Briefe werden beantwortet.']}, {language: 'de'})).toEqual(['kpi-without-number at Statement'])
    expect(found({kpis: ['Höchstens zwanzig Briefe warten.']}, {language: 'de'})).toEqual([])
  })

  test.each([
    'Fifteen letters a day.',
    'Thirty days at most.',
    'A third of letters need no reply.',
    'No letter waits.',
    'All letters answered.',
    'None is lost.',
    'One quarter fewer letters.',
  ])('may give it in a word: %j', (text) => {
    expect(found({kpis: [text]})).toEqual([])
  })

  test.each(['95% of letters are answered.', 'At most three letters wait.', 'Half of all letters need no reply.'])(
    'with one is not: %j',
    (text) => {
      expect(found({kpis: [text]})).toEqual([])
    },
  )

  it('has its number in a target as well', () => {
    const {role, documents} = roleOf({kpis: ['Every letter has an owner.']})
    const withTarget = documents.map((one) =>
      one._type === 'kpi' ? {...one, targets: [{_key: 't', comparator: 'equals', value: 100, unit: '%'}]} : one,
    )
    expect(roleFindings(role, withTarget, {now})).toEqual([])
  })
})

describe('what is missing', () => {
  it('is pay', () => {
    expect(found({}, {startingPrice: undefined})).toEqual(['no-pay at Starting price'])
    expect(found({}, {startingPrice: {_type: 'price', label: 'offshore'}})).toEqual([])
  })

  it('is questions', () => {
    expect(found({}, {faqs: []})).toEqual(['no-questions at Questions'])
  })
})

describe('a text that is not as it was meant', () => {
  const table = {_type: 'table', _key: 't', rows: [{cells: ['Pay', 'Good']}]}
  const marked = {
    ...paragraph('See our promise.', 'p2'),
    markDefs: [{_key: 'm', _type: 'internalLink', reference: {_ref: 'other'}}],
    children: [{_key: 's', _type: 'span', text: 'See our promise.', marks: ['m']}],
  }

  it('holds a part that no format prints, and is named with its place', () => {
    const summary = [paragraph('A clerk answers letters.'), table, marked]
    const answer = [{_type: 'image', _key: 'i'}]
    const faqs = [{_key: 'f1', _type: 'faq', question: 'Is it remote?', answer: [paragraph('Yes.'), ...answer]}]
    const findings = findingsIn({}, {summary, faqs}).filter(({id}) => id === 'unprintable')
    expect(findings.map(({path, place, severity}) => [path, place, severity])).toEqual([
      [['summary', {_key: 't'}], 'Summary, 2nd paragraph', 'error'],
      [['summary', {_key: 'p2'}], 'Summary, 3rd paragraph', 'error'],
      [['faqs', {_key: 'f1'}, 'answer', {_key: 'i'}], 'Questions, 1st, 2nd paragraph', 'error'],
    ])
    expect(findings[0]?.message).toContain('“table”'.replace(/[“”]/g, '"'))
  })

  it.each([
    ['externalLink', 'href'],
    ['link', 'url'],
    ['button', 'url'],
  ])('is whole where a mark of another schema, %s, has an address', (_type, field) => {
    const summary = [{...marked, markDefs: [{_key: 'm', _type, [field]: 'https://example.com/'}]}]
    expect(found({}, {summary})).toEqual([])
  })

  it('holds what a word processor left there, also in a shared document', () => {
    const findings = findingsIn(
      {responsibilities: ['3\u00965 loads; you\u0092ll see.']},
      {workingWith: '1\u001e2 nights'},
    )
    expect(findings.map(({id, documentId, path, place}) => [id, documentId, path, place])).toEqual([
      ['odd-character', 'role-clerk', ['workingWith'], 'Working with'],
      ['odd-character', 'responsibility-0', ['statement'], 'Statement'],
    ])
    expect(findings[0]?.message).toContain('1-2 nights')
    expect(findings[1]?.message).toMatch(/^“3–5 loads; you’ll see…” holds/)
  })

  it.each([
    ['the end of a cell', 'Pay\u00074,000', 'Pay 4,000'],
    ['a sign of another font', 'Load \uf0e0 check', 'Load \uf0e0 check'],
    ['what could not be read', 'caf\ufffd', 'caf\ufffd'],
    ['another encoding', '3â€“5 years', '3â€“5 years'],
    ['the same of letters', 'cafÃ©', 'cafÃ©'],
  ])('holds %s', (_what, workingWith, shown) => {
    expect(findingsIn({}, {workingWith})).toMatchObject([
      {id: 'odd-character', message: expect.stringContaining(`“${shown}”`)},
    ])
  })

  it.each(['First\nsecond\tthird\r\n', '\uf0b7 Load', 'São Paulo, SÃO PAULO', '“quoted” – naïve', '👩‍💻'])(
    'does not hold %j',
    (workingWith) => {
      expect(found({}, {workingWith})).toEqual([])
    },
  )

  const bullets = (count: number) =>
    Array.from({length: count}, (_, at) => ({...paragraph('Answer letters.', `b${at}`), listItem: 'bullet', level: 1}))

  it('is a whole job description in the summary', () => {
    const pasted = [paragraph('Responsibilities', 'h1'), ...bullets(3), paragraph('Your profile:', 'h2'), ...bullets(2)]
    const lines = [
      'Clerk',
      'About the role',
      'You answer letters.',
      'Your profile',
      'Careful spelling',
      'Good at sums.',
    ]
    const flat = lines.map((text, at) => paragraph(text, `l${at}`))
    const typed = Array.from({length: 11}, (_, at) => paragraph(`- Answer letters of the kind ${at}.`, `t${at}`))
    const long = [pasted, bullets(11), [paragraph('word '.repeat(401))], [paragraph('字'.repeat(3001))]]
    for (const summary of [...long, flat, [paragraph(lines.join('\n'))], typed]) {
      expect(found({}, {summary})).toEqual(['whole-advert at Summary'])
    }
    for (const summary of [
      bullets(10),
      [paragraph('What you do', 'h1'), ...bullets(4)],
      [paragraph('word '.repeat(400))],
      [paragraph('Where you work:\nHarbour Street 1\nSecond floor')],
      [paragraph('A clerk answers letters'), paragraph('on the day they arrive', 'p2'), paragraph('by hand.', 'p3')],
    ]) {
      expect(found({}, {summary})).toEqual([])
    }
  })
})
