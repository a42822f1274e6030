import {describe, expect, it, test} from 'vitest'
import {readingEase, syllablesIn} from '../../src/checks/content/hard-to-read.ts'
import {findingsIn, found} from './role.ts'

const saying = (text: string) => ({responsibilities: [text]})
const idsFor = (text: string, fields: object = {}) => findingsIn(saying(text), fields).map(({id}) => id)

describe('a word for one gender', () => {
  test.each([
    ['Act as chairman of the board.', 'chairman', 'chair'],
    ['Find a ninja of letters.', 'ninja', 'expert'],
    ['A rockstar writes better.', 'rockstar', 'expert'],
    ['Ask the customer what he or she needs.', 'he or she', 'they'],
    ['Plan manpower.', 'manpower', 'staff'],
    ['Support the sales guys.', 'guys', 'people'],
    ['Train a craftsman.', 'craftsman', 'craftsperson'],
    ['Call a policeman.', 'policeman', 'police officer'],
    ['Call a fireman.', 'fireman', 'firefighter'],
    ['Ninja wanted.', 'Ninja', 'expert'],
    ['Find a Ninja.', 'Ninja', 'expert'],
  ])('is shown, with another: %j', (text, word, instead) => {
    const [finding, ...others] = findingsIn(saying(text))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      id: 'gendered-word',
      documentId: 'responsibility-0',
      path: ['statement'],
      place: 'Statement',
    })
    expect(finding?.message).toContain(`“${word}”`)
    expect(finding?.message).toContain(instead)
  })

  test.each([
    'Chair the board.',
    'Help the shepherd.',
    'Manage the manual.',
    'A theme for others and theirs.',
    'Mandate reviews.',
    'Connect the HIS with the SHE reports.',
    'Design levels for Rockstar Games and Ninja.',
    'Handle workmen’s compensation claims.',
  ])('is not found in others: %j', (text) => {
    expect(idsFor(text)).toEqual([])
  })

  it('is not sought in titles, nor in other languages', () => {
    expect(found({}, {title: 'Chairman', language: 'en'})).toEqual([])
    expect(idsFor('Her mit dem Brief.', {language: 'de'})).toEqual([])
    expect(idsFor('Bring her the letter.', {language: 'en-GB'})).toEqual(['gendered-word'])
  })
})

describe('words that lean to one side', () => {
  const masculine = 'Compete in aggressive markets, be ambitious, decisive and fearless.'

  it('are told once, by their number', () => {
    const [finding, ...others] = findingsIn(saying(masculine))
    expect(others).toEqual([])
    expect(finding).toMatchObject({id: 'gender-coded', documentId: 'role-clerk', path: [], place: ''})
    expect(finding?.message).toContain('compete, aggressive, ambitious, decisive, fearless (5 such words against 0)')
  })

  test.each([
    'Compete in aggressive markets, and be ambitious.',
    'Collaborate as a collaborator, collaborating collaboratively in collaborative collaboration.',
    'Defend intellectual property for a defendant, and defendants, with hierarchical, persistent storage, event-driven and autonomous driving.',
    'Zero trust and trusted access for trustees to sensitive data, and sensitivity, with honest and polite letters.',
    `${masculine} Collaborate, be honest and polite.`,
    'Lead analytics, support decisions, understand challenges, and be responsible and committed.',
  ])('are left alone where they are few or balanced: %j', (text) => {
    expect(idsFor(text)).toEqual([])
  })
})

describe('a word that speaks of age', () => {
  test.each([
    ['Join a young, dynamic office.', 'young, dynamic'],
    ['For digital natives.', 'digital natives'],
    ['Fit for a young man.', 'young man'],
    ['Applicants must be under 35.', 'must be under 35'],
    ['Fit for recent grads.', 'recent grads'],
    ['Be aged 25 to 35.', 'aged 25 to 35'],
    ['Bring new blood.', 'new blood'],
    ['Fit for a recent graduate.', 'recent graduate'],
    ['Bring energetic writing.', 'energetic'],
    ['No more than 5 years of experience.', 'No more than 5 years of experience'],
  ])('is shown: %j', (text, word) => {
    const findings = findingsIn(saying(text))
    expect(findings.map(({id}) => id)).toEqual(['ageist-word'])
    expect(findings[0]?.message).toContain(`“${word}” speaks of age.`)
  })

  test.each([
    'Measure in high-energy physics.',
    'Store energetic materials.',
    'Label new blood samples.',
    'Care for patients aged 18 to 65.',
    'Study adults aged 18 to 65.',
    'Inspire young minds.',
    'Mentor young professionals.',
    'Teach young people.',
    'Lead the scheme for recent graduates.',
    'Plan Gen Z campaigns.',
    'Sell to digital native companies.',
    'Teach young children.',
    'Work with mature software.',
    'Save energy.',
    'Graduate from paper to screens.',
  ])('is not found in others: %j', (text) => {
    expect(idsFor(text)).toEqual([])
  })
})

describe('a dated word', () => {
  test.each([
    ['Build with GPT-4.', 'GPT-4'],
    ['Call gpt-4 by its name.', 'gpt-4'],
    ['Close the books of 2020-2022.', '2020'],
    ['Close the books. In 2020 they were open.', '2020'],
    ['Compare Claude 3.5 with others.', 'Claude 3.5'],
    ['Serve Llama 2 models.', 'Llama 2'],
    ['Finish the move begun in March 2024.', '2024'],
  ])('is shown: %j', (text, word) => {
    const findings = findingsIn(saying(text))
    expect(findings.map(({id}) => id)).toEqual(['dated-word'])
    expect(findings[0]?.message).toContain(`“${word}”`)
  })

  test.each([
    'Build with GPT models.',
    'Apply Incoterms 2020 and EN 1990 to NFPA 1981.',
    'Run Windows Server 2019 and SQL Server 2016.',
    'Fill 2025 seats at 1950 rpm.',
    'Keep the archive open since March 2015.',
    'A firm founded in Berlin in 1998.',
    'Plan for 2026 and 2027.',
    'Apply ISO 27001:2013 and the Companies Act 2006.',
    'Reach 2000 people.',
    'Keep the archive open since 1998.',
    'Read WCAG 2.2.',
    'Pay $2019 at once.',
    'Answer 2,019 letters.',
  ])('is not found in others: %j', (text) => {
    expect(idsFor(text)).toEqual([])
  })
})

describe('reading ease', () => {
  const hard =
    'Operationalise organisational interdependencies, institutionalising multidimensional accountability methodologies'
  const long = Array.from({length: 15}, (_, index) => `${hard} ${'abcdefghijklmno'[index]}.`).join(' ')

  it('is told with its number, once a role', () => {
    const [finding, ...others] = findingsIn({summary: long})
    expect(others).toEqual([])
    expect(finding).toMatchObject({id: 'hard-to-read', documentId: 'role-clerk'})
    expect(finding?.message).toMatch(/reading ease of -\d+ on Flesch/)
  })

  it('is not measured in a few words, nor in another language', () => {
    expect(found({summary: hard})).toEqual([])
    expect(found({summary: long}, {language: 'de'})).toEqual([])
    expect(readingEase(['A short text.'])).toBeNull()
  })

  it('is high for plain words', () => {
    expect(readingEase(Array.from({length: 40}, () => 'The cat sat on the mat.'))).toBeGreaterThan(100)
  })

  test.each([
    ['cat', 1],
    ['made', 1],
    ['table', 2],
    ['reviewed', 2],
    ['started', 2],
    ['responsibility', 6],
    ['SQL', 1],
  ])('counts the syllables of %s', (word, syllables) => {
    expect(syllablesIn(word)).toBe(syllables)
  })
})

describe('what stands near a word', () => {
  const mentored = 'internationally-distributed cross-departmental interdisciplinary young professionals'

  it('says who is spoken of, however long its words are', () => {
    expect(idsFor(`You are mentoring ${mentored}.`)).toEqual([])
    expect(idsFor(`You are mentoring ${'very'.repeat(500)}-young young professionals.`)).toEqual([])
    expect(idsFor(`You are one of our ${mentored}.`)).toEqual(['ageist-word'])
  })

  it('is no word that stands further away', () => {
    expect(idsFor('You are mentoring and, as you go, you are one of young professionals.')).toEqual(['ageist-word'])
  })
})
