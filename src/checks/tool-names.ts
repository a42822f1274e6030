import type {Stored} from '../page/prose.ts'
import {line} from '../text/line.ts'
import {fieldsOf, itemsOf} from './stored.ts'
import {wordSet} from './word-set.ts'

/** Names of tools that are also words of the language. At the beginning of a sentence they are taken for the word. */
const ordinary = /* @__PURE__ */ wordSet(
  `access airflow amplitude ashby axe base basecamp beam bolt box buffer c cascade chef consul cursor dart dash dovetail elastic
  evidently excel express factor fastly feast flask flow forge front gem ghost git glide go gong grain greenhouse harvest heap
  helm hex hive intercom jest journey keynote lattice lever lighthouse linear lookback loom make maze mercury meta metabase
  mode monday motion native nest nomad notion outlook pages pigment pitch play playwright plot prefect prism puppet pulse r ray react
  rust ruby sage salt sanity segment sentry shortcut sketch slack snowflake spark spring spread square stripe swift tableau
  tailwind teams temporal torch transformers trello unity vault vue word workday zoom`,
)

const namesKnown = /* @__PURE__ */ new WeakMap<object, readonly string[]>()

/** The name and the other names a tool or a skill goes by. Each role asks for those of every tool, so they are kept. */
export function namesOf(document: Stored | null): readonly string[] {
  const known = document && namesKnown.get(document)
  if (known) return known
  const names = [document?.name, ...itemsOf(document?.aliases).map(({item}) => item)].map(line).filter(Boolean)
  if (document) namesKnown.set(document, names)
  return names
}

/**
 * The first of these names that a text has as a word: written in the same case, and not where it may be something else. In
 * languages other than English any noun may have a capital, so names that are ordinary words are not sought there.
 */
export function nameIn(text: string, names: readonly string[], isEnglish: boolean): string | null {
  return (
    names.find(
      (name) => text.includes(name) && placesOf(text, name).some((at) => isMeant(text, name, at, isEnglish)),
    ) ?? null
  )
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) places.push(at)
  return places
}

// The maker of the tool, or what one does with it, may have a capital too.
const inHeading =
  /(?<![\p{L}\p{N}])(?!(?:Microsoft|MS|Apache|Google|Amazon|AWS|Azure|Adobe|Atlassian|Hashi[Cc]orp|Oracle|SAP|IBM|JetBrains|GitHub|GitLab|Use|Using|With|In|On|Via|And|Or|Learn|Know|Master|Build|Run|Write|Code|Maintain|Own|Administer|Configure|Operate|Set|Script|Program|Proficient|Advanced|Basic|Strong|Solid|Fluent|Good|Production|Modern) )\p{Lu}\p{L}* $/u

function isMeant(text: string, name: string, at: number, isEnglish: boolean): boolean {
  // The end of it is enough: from the whole, a text full of hits would be searched again for each of them.
  const before = text.slice(Math.max(0, at - 8), at)
  const after = text.slice(at + name.length, at + name.length + 8)
  if (/[\p{L}\p{N}_&@.-]$/u.test(before) || /^(?:[\p{L}\p{N}_+#&@]|-\p{L}|[’']\p{L}{2})/u.test(after)) return false
  if (!ordinary.has(name.toLowerCase())) return true
  const startsSentence = /(?:^|[.!?:;–—]\s+|[“"(]\s*)$/u.test(before)
  // "Sales Teams" is no tool, but a heading of capitals.
  if (inHeading.test(text.slice(Math.max(0, at - 40), at))) return false
  return isEnglish && /^\p{Lu}/u.test(name) && !startsSentence
}

/** The tools of a role, a line of them an item. */
export const toolLines = (role: Stored, find: (reference: unknown) => Stored | null): Stored[][] =>
  itemsOf(role.tools).map(({item}) => {
    const tools = itemsOf(fieldsOf(item).anyOf).map((tool) => find(tool.item))
    return tools.filter((tool) => tool !== null)
  })
