import type {Finding} from '../finding.ts'
import type {Passage} from '../passages.ts'
import {fieldTitles} from '../place.ts'
import {fieldsOf, itemsOf} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'
import {nameIn, namesOf, toolLines} from '../tool-names.ts'

const longList = 10

/** Each tool that a text of the role names and its list lacks, said once. What the role names as a skill, it has listed. */
export function unlistedTool({role, passages, documents, find, isEnglish}: Subject): Finding[] {
  const listed = toolLines(role, find).flat()
  const skills = [...itemsOf(role.mustHaveSkills), ...itemsOf(role.niceToHaveSkills)]
  const known = new Set([...listed, ...skills.map(({item}) => find(fieldsOf(item).skill))].flatMap(namesOf))
  // A longer name that holds this one is another tool: "Google Data Studio" does not name Google Data.
  const longer = [...known].sort((one, other) => other.length - one.length)
  const texts = passages.map((passage) => ({passage, text: longer.reduce(masked, passage.text)}))
  const all = texts.map(({text}) => text).join('\n')
  return [...documents.values()].flatMap((tool) => {
    if (tool._type !== 'tool' || listed.includes(tool)) return []
    const names = namesOf(tool).filter((name) => !known.has(name) && all.includes(name))
    if (names.length === 0 || namesOf(tool).some((name) => known.has(name))) return []
    const found = firstNamed(texts, names, isEnglish)
    return found ? [finding('unlisted-tool', found.passage.at, messageFor(found.name, found.passage))] : []
  })
}

const masked = (text: string, name: string): string => (name.length > 2 ? text.replaceAll(name, '□') : text)

function firstNamed(texts: readonly {passage: Passage; text: string}[], names: string[], isEnglish: boolean) {
  for (const {passage, text} of texts) {
    const name = nameIn(text, names, isEnglish)
    if (name !== null) return {passage, name}
  }
  return null
}

const messageFor = (name: string, {text}: Passage): string =>
  `“${name}” is named here${text.length <= 80 ? `: “${text}”` : ''}, but is not in the list “${fieldTitles.tools}”. Add it there, or leave the name out.`

/** A long list of tools, most of which nothing explains. Short lists need no explanation. */
export function unmentionedTools({role, passages, spot, find, isEnglish}: Subject): Finding[] {
  const text = passages.map(({text}) => text).join('\n')
  const lines = toolLines(role, find).filter((line) => line.length > 0)
  const silent = lines.filter((line) => nameIn(text, line.flatMap(namesOf), isEnglish) === null)
  if (silent.length <= longList) return []
  const names = silent.slice(0, 3).map((line) => namesOf(line[0] ?? null)[0])
  const message = `${silent.length} of ${lines.length} lines of tools are mentioned nowhere else: ${names.join(', ')} and others. Keep those a newcomer will use, or say in the responsibilities what they are for.`
  return [finding('unmentioned-tools', spot(['tools'], fieldTitles.tools), message)]
}
