import {levels} from '../model/vocabulary.ts'
import type {Words} from './words.ts'

const comparators = {
  atLeast: 'mindestens',
  atMost: 'höchstens',
  lessThan: 'unter',
  greaterThan: 'über',
  equals: 'genau',
} as const

const cadences = {
  day: 'pro Tag',
  week: 'pro Woche',
  month: 'pro Monat',
  quarter: 'pro Quartal',
  year: 'pro Jahr',
} as const

const priceUnits = {HOUR: 'Stunde', DAY: 'Tag', WEEK: 'Woche', MONTH: 'Monat', YEAR: 'Jahr'} as const

export const de: Words = {
  language: 'de',
  untitledRole: 'Stelle ohne Titel',
  allRoles: 'Stellen',

  eyebrow: 'Vorlage für eine Stellenbeschreibung',
  pageTitle: (role, year) => `${role}: Vorlage für die Stellenbeschreibung${year ? ` (${year})` : ''}`,
  intro: (role) =>
    `Die Stelle „${role}“ auf einer Seite. Die Stellenbeschreibung lässt sich so übernehmen oder an das eigene Team anpassen.`,
  jobDescriptionTitle: (role) => `${role} – Stellenbeschreibung`,

  headings: {
    keyFacts: 'Auf einen Blick',
    roleSummary: 'Die Stelle in Kürze',
    responsibilities: 'Aufgaben',
    mustHaveSkills: 'Anforderungen',
    niceToHaveSkills: 'Wünschenswert',
    tools: 'Werkzeuge und Technik',
    reporting: 'Einordnung im Unternehmen',
    levels: 'Erfahrungsstufen',
    kpis: 'Erfolgskennzahlen (KPIs)',
    jobDescription: 'Stellenbeschreibung zum Kopieren',
    faqs: 'Häufige Fragen',
    relatedRoles: 'Verwandte Stellen',
    author: (name) => `Verfasst von ${name}`,
  },
  moreAbout: (name) => `Mehr über ${name}`,

  facts: {
    role: 'Stelle',
    reportsTo: 'Berichtet an',
    mustHaveSkills: 'Anforderungen',
    levels: 'Erfahrungsstufen',
    kpis: 'Kennzahlen',
    startingPrice: (label) => `Kosten ab${label ? ` (${label})` : ''}`,
    lastUpdated: 'Zuletzt geprüft',
  },
  items: {one: 'Punkt', other: 'Punkte'},
  metrics: {one: 'Kennzahl', other: 'Kennzahlen'},
  years: {one: 'Jahr', other: 'Jahre'},
  yearRange: (range, years) => `${range} ${years}`,
  openRange: (minYears) => `${minYears}+`,
  price: (amount, unit) => `${amount}/${priceUnits[unit]}`,
  labelled: (label, text) => `${label}: ${text}`,

  levels,
  roleAtLevel: (role, level) => `${level === 'mid' ? 'Mid-Level' : levels[level]} ${role}`,
  yearsOfExperience: (years) => `${years} Berufserfahrung`,

  reportsTo: (managers) => `Berichtet an: ${managers}.`,
  target: (comparator, amount, cadence) =>
    `${comparators[comparator]} ${amount}${cadence ? ` ${cadences[cadence]}` : ''}`,

  copyHint: 'Zum Einfügen in das Bewerbermanagement oder auf die Karriereseite.',
  placeholderHint: 'Was in eckigen Klammern steht, bitte vorher ausfüllen.',

  questions: {
    dayToDay: (role) => `Wie sieht der Arbeitsalltag in der Stelle „${role}“ aus?`,
    midLevelYears: (role) => `Wie viel Berufserfahrung gehört zur mittleren Stufe der Stelle „${role}“?`,
    kpis: (role) => `An welchen Kennzahlen wird die Stelle „${role}“ gemessen?`,
  },
  answers: {
    midLevelYears: (_role, years) => `Üblich sind auf dieser Stufe ${years} Berufserfahrung.`,
    // German nouns keep their capitals, so the point stands as a sentence of its own.
    midLevelFocus: (focus) => `Im Mittelpunkt steht dann: ${focus.replace(/(?<![.\s])[.\s]+$/, '')}.`,
    kpis: (role) => `An diesen Kennzahlen wird die Stelle „${role}“ gemessen:`,
  },
}
