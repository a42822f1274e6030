/** What an editor sees above the fields of a role that the content checks speak of. */
export const fieldTitles = {
  title: 'Title',
  summary: 'Summary',
  responsibilities: 'Responsibilities',
  mustHaveSkills: 'Must-have skills',
  niceToHaveSkills: 'Nice-to-have skills',
  tools: 'Tools and technology',
  workingWith: 'Working with',
  levels: 'Levels',
  kpis: 'KPIs',
  faqs: 'Questions',
  startingPrice: 'Starting price',
} as const

const ending: Readonly<Record<string, string>> = {one: 'st', two: 'nd', few: 'rd'}
const ordinals = /* @__PURE__ */ new Intl.PluralRules('en', {type: 'ordinal'})

/** `1st`, `2nd`, `13th`. */
export const ordinal = (number: number): string => `${number}${ending[ordinals.select(number)] ?? 'th'}`

/** The parts of a place that are there: `Levels, Senior`. */
export const placeOf = (...parts: readonly string[]): string => parts.filter(Boolean).join(', ')
