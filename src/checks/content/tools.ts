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
  const tools = [...documents.values()].filter(({_type}) => _type === 'tool')
  const all = passages.map(({text}) => text).join('\n')
  return tools.flatMap((tool) => {
    const names = namesOf(tool)
    if (!names.some((name) => all.includes(name)) || names.some((name) => known.has(name))) return []
    const longer = [...tools.flatMap(namesOf), ...known].filter((other) => names.some((name) => isWithin(name, other)))
    const found = firstNamed(passages, names, longer, isEnglish)
    return found ? [finding('unlisted-tool', found.passage.at, messageFor(found.name, found.passage))] : []
  })
}

const isWithin = (name: string, other: string): boolean => other.length > name.length && other.includes(name)

/** A longer name that holds this one is another tool: "React Native" does not name React. */
function firstNamed(
  passages: readonly Passage[],
  names: readonly string[],
  longer: readonly string[],
  isEnglish: boolean,
): {passage: Passage; name: string} | null {
  for (const passage of passages) {
    const others = longer.filter((other) => !names.includes(other))
    const text = others.reduce((rest, other) => rest.replaceAll(other, '□'), passage.text)
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
