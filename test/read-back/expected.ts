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
  ...(role.levels ?? []).flatMap(({focus}) => focus.map((text) => point(text))),
  ...(role.faqs ?? [])
    .filter(({audience}) => audience !== 'jobDescription')
    .flatMap(({question, answer}) => [printable(question), ...richText(answer).map(([, text]) => text)]),
  ...(role.author?.highlights ?? []).map((text) => point(text)),
]

const part = (heading: string, content: Outline): Outline => (content.length > 0 ? [['h2', heading], ...content] : [])

const items = (texts: string[]): Outline => texts.map((text) => ['li', text])

/** A point of a list, without the bullets that somebody brought along. */
function point(text: string, mayHaveNumber = true): string {
  const numberless = (mayHaveNumber && text.trimStart().match(/^\d\d?\.\s+(?<rest>\S.*)$/su)?.groups?.rest) || text
  // A bullet of Windows is one once it is read.
  return itemText([printable(itemText([numberless]))])
}

const neverText = '•‣⁃◦▪▫▸►▶➢➤❖◆・∙·'
const beforeSpace = '●○■□★☆◇✓✔☐☑✅→➔➜»›'

const isFree = (sign: string): boolean => neverText.includes(sign) || /^[\uf000-\uf0ff]$/.test(sign)
const isSign = (sign: string): boolean => sign !== '' && (isFree(sign) || beforeSpace.includes(sign))
const isSpace = (character: string): boolean => /^[\t\n\p{Zs}]$/u.test(character)
const unspaced = (text: string): string =>
  text.replace(/^(?:[\t\n\p{Zs}]|[\u200b-\u200d\u2060-\u2063\ufeff]{4,}|\ufeff)+/u, '')
// An edit marker may stand between a sign and its space.
const withoutMarker = (text: string): string => text.replace(/^(?:[\u200b-\u200d\u2060-\u2063\ufeff]{4,}|\ufeff)+/, '')

/** The text behind one sign of a list, or `null` where it begins with none. */
function unmarked(text: string): string | null {
  const [first = '', ...others] = unspaced(text)
  const rest = withoutMarker(others.join('').replace(/^[\ufe0e\ufe0f]/, isSign(first) ? '' : '$&'))
  const [next = '', word = ''] = [rest.charAt(0), [...unspaced(rest)][0]]
  const number = unspaced(text).match(
    /^\d\d?\)(?:[\u200b-\u200d\u2060-\u2063\ufeff]{4,}|\ufeff)*[\t\n\p{Zs}]+(?<rest>\S.*)$/su,
  )?.groups?.rest
  if (number !== undefined) return number
  if (first === '' || rest === '') return neverText.includes(first) && first !== '' ? rest : null
  if (isFree(first)) return rest
  if (beforeSpace.includes(first)) return isSpace(next) ? rest : null
  if ('-–—*'.includes(first)) return isSpace(next) && /\p{L}/u.test(word) ? rest : null
  return 'o§Øü'.includes(first) && next === '\t' ? rest : null
}

/** A bullet that somebody brought along may stand in a line of its own. */
export function itemText(lines: string[]): string {
  const whole = lines.join('\n')
  let text = whole
  for (let next = unmarked(text); next !== null; next = unmarked(text)) text = unspaced(next)
  return /[\p{L}\p{N}]/u.test(text) ? text : whole
}

const statements = (role: Role): string[] => role.responsibilities.map(({statement}) => point(statement))

const skills = (requirements: Role['niceToHaveSkills']): string[] =>
  (requirements ?? []).map(({statement, skill}) => point(statement ?? skill.statement ?? skill.name))

const tools = (role: Role): string[] =>
  (role.tools ?? [])
    .map(({anyOf}) => anyOf.map(({name}) => point(name, false)).join(' / '))
    .filter((text) => text !== '')

const kpis = (role: Role): string[] =>
  (role.kpis ?? []).map(({name, statement}) => {
    const lead = label(name ?? '')
    return lead === '' ? point(statement) : `${lead}: ${point(statement)}`
  })

/** A name that ends in a colon is printed with one. */
function label(name: string): string {
  const letters = [...point(name, false)]
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
    first ? `Reports to the ${managers.endsWith('.') ? managers : `${managers}.`}` : '',
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
    .map(({listItem, children}): Outline[number] => {
      const lines = children
        .map(({text}) => text)
        .join('')
        .split(/\r\n|[\n\v\r\u2028]/)
        .map(printable)
        .filter((line) => line !== '')
      return listItem ? ['li', itemText(lines)] : ['p', lines.join('\n')]
    })
    .filter(([, text]) => text !== '')
