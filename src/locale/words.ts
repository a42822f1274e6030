import type {Cadence, Comparator, LevelName, PriceUnit} from '../model/vocabulary.ts'

/** A noun in the plural forms its language has: `{one: 'year', other: 'years'}`. */
export type Plural = {other: string} & Partial<Record<Intl.LDMLPluralRule, string>>

/**
 * Every phrase a page needs, in one language. Numbers, dates, money, lists and plurals are not here: `Intl` knows them,
 * by `language`. A phrase gets its parts ready to print.
 */
export interface Words {
  /** BCP 47 language tag. */
  language: string
  untitledRole: string
  /** The list of all roles, as a breadcrumb names it. */
  allRoles: string

  eyebrow: string
  pageTitle(role: string, year: string | null): string
  intro(role: string): string
  jobDescriptionTitle(role: string): string

  headings: {
    keyFacts: string
    roleSummary: string
    responsibilities: string
    mustHaveSkills: string
    niceToHaveSkills: string
    tools: string
    reporting: string
    levels: string
    kpis: string
    jobDescription: string
    faqs: string
    relatedRoles: string
    author(name: string): string
  }
  /** A link to an author's own page. */
  moreAbout(name: string): string

  facts: {
    role: string
    reportsTo: string
    levels: string
    kpis: string
    startingPrice(label: string): string
    lastUpdated: string
  }
  items: Plural
  metrics: Plural
  years: Plural
  /** After the slash of a price: "$4,000/month". */
  priceUnits: Record<PriceUnit, string>
  /** A name before what it names: "Drift response: under 24 hours". */
  labelled(label: string, text: string): string

  levels: Record<LevelName, string>
  roleAtLevel(role: string, level: LevelName): string
  yearsOfExperience(years: string): string

  /** `managers` is a list joined with "or". */
  reportsTo(managers: string): string
  /** Before and after the number of a target: "at least 99.5%, measured monthly". */
  comparators: Record<Comparator, string>
  measured(cadence: Cadence): string

  copyHint: string
  placeholderHint: string

  questions: {
    dayToDay(role: string): string
    midLevelYears(role: string): string
    kpis(role: string): string
  }
  answers: {
    midLevelYears(role: string, years: string): string
    /** `focus` is the level's first point, as written; `names` are words whose capital must stay. */
    midLevelFocus(focus: string, names: readonly string[]): string
    kpis(role: string): string
  }
}
