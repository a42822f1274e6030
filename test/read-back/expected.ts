import type {Role} from '../../src/index.ts'
import {printable} from '../arbitrary/text.ts'
import type {Outline} from './outline.ts'

/** The contract's job description, told from the role in the test's own way. */
export function jobDescriptionOutline(role: Role, questionKind: 'p' | 'h3'): Outline {
  return [
    ['h1', `${printable(role.title)} — Job Description`],
    ...part('Role summary', richText(role.summary)),
    ...part('Responsibilities', items(statements(role))),
    ...part('Must-have skills', items(skills(role.mustHaveSkills))),
    ...part('Nice-to-have skills', items(skills(role.niceToHaveSkills))),
    ...part('Tools and technology', items(tools(role))),
    ...part('Reporting structure', reporting(role)),
    ...part('Success metrics (KPIs)', items(kpis(role))),
    ...part(
      'Frequently asked questions',
      (role.faqs ?? [])
        .filter(({audience}) => audience !== 'page')
        .flatMap(({question, answer}): Outline => [[questionKind, printable(question)], ...richText(answer)]),
    ),
  ]
}

/** What page, job description and structured data all say. */
export const sharedSentences = (role: Role): string[] => [
  ...richText(role.summary).map(([, text]) => text),
  ...statements(role),
  ...skills(role.mustHaveSkills),
  ...skills(role.niceToHaveSkills),
  ...tools(role),
  ...kpis(role),
]

/** What the page says besides. */
export const pageSentences = (role: Role): string[] => [
  ...(role.levels ?? []).flatMap(({focus}) => focus.map(point)),
  ...(role.faqs ?? [])
    .filter(({audience}) => audience !== 'jobDescription')
    .flatMap(({question, answer}) => [printable(question), ...richText(answer).map(([, text]) => text)]),
  ...(role.author?.highlights ?? []).map(point),
]

const part = (heading: string, content: Outline): Outline => (content.length > 0 ? [['h2', heading], ...content] : [])

const items = (texts: string[]): Outline => texts.map((text) => ['li', text])

/** A point of a list, without the bullets that somebody brought along. */
function point(text: string): string {
  const letters = [...printable(text)]
  const isBullet = (letter = '') => /^[\uf000-\uf0ff•‣⁃◦▪▫●○■□▸►▶➢➤✓✔❖◆・∙]$/.test(letter)
  while (isBullet(letters[0]) && letters.some((letter, at) => at > 0 && !/\p{Zs}/u.test(letter))) {
    letters.shift()
    while (/^\p{Zs}$/u.test(letters[0] ?? '')) letters.shift()
  }
  return letters.join('')
}

const statements = (role: Role): string[] => role.responsibilities.map(({statement}) => point(statement))

const skills = (requirements: Role['niceToHaveSkills']): string[] =>
  (requirements ?? []).map(({statement, skill}) => point(statement ?? skill.statement ?? skill.name))

const tools = (role: Role): string[] =>
  (role.tools ?? []).map(({anyOf}) => anyOf.map(({name}) => printable(name)).join(' / ')).filter((text) => text !== '')

const kpis = (role: Role): string[] =>
  (role.kpis ?? []).map(({name, statement}) => {
    const lead = label(name ?? '')
    return lead === '' ? point(statement) : `${lead}: ${point(statement)}`
  })

/** A name that ends in a colon is printed with one. */
function label(name: string): string {
  const letters = [...printable(name)]
  while (/^[\p{Zs}:：]$/u.test(letters.at(-1) ?? '')) letters.pop()
  return letters.join('')
}

function reporting(role: Role): Outline {
  const [first, ...rest] = (role.reportsTo ?? []).map(printable).reverse()
  const others = rest.reverse()
  const managers =
    others.length > 1
      ? `${others.join(', ')}${role.language === 'en' ? ',' : ''} or ${first}`
      : [...others, first].join(' or ')
  const sentences = [
    first ? `Reports to the ${managers}.` : '',
    role.workingWith === null ? '' : printable(role.workingWith),
  ]
  const text = sentences.filter((sentence) => sentence !== '').join(' ')
  return text === '' ? [] : [['p', text]]
}

interface StoredBlock {
  listItem?: string
  children: {text: string}[]
}

const richText = (blocks: Role['summary']): Outline =>
  (blocks as unknown as StoredBlock[])
    .map((block): Outline[number] => [
      block.listItem ? 'li' : 'p',
      block.children
        .map(({text}) => text)
        .join('')
        .split(/\r\n|[\n\v\r\u2028]/)
        .map(printable)
        .filter((line) => line !== '')
        .join('\n'),
    ])
    .filter(([, text]) => text !== '')
