/**
 * The closed lists, told once: what is stored on the left, its English label on the right.
 * Schemas offer them, shapes check them, words print them.
 */
export const levels = {
  junior: 'Junior',
  mid: 'Mid',
  senior: 'Senior',
  lead: 'Lead',
  principal: 'Principal',
} as const

export const skillCategories = {
  language: 'Language',
  framework: 'Framework',
  platform: 'Platform',
  practice: 'Practice',
  domain: 'Domain',
  people: 'People',
} as const

export const comparators = {
  atLeast: 'at least',
  atMost: 'at most',
  lessThan: 'less than',
  greaterThan: 'greater than',
  equals: 'exactly',
} as const

export const cadences = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
} as const

export const faqAudiences = {
  page: 'Page',
  jobDescription: 'Job description',
  both: 'Both',
} as const

export const priceUnits = {
  HOUR: 'hour',
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  YEAR: 'year',
} as const

export type LevelName = keyof typeof levels
export type SkillCategory = keyof typeof skillCategories
export type Comparator = keyof typeof comparators
export type Cadence = keyof typeof cadences
export type FaqAudience = keyof typeof faqAudiences
export type PriceUnit = keyof typeof priceUnits

/** The languages that the words of a page are written in. */
export const pageLanguages = {
  en: 'English',
  de: 'German',
} as const
