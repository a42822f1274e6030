import {levels} from '../model/vocabulary.ts'
import type {Words} from './words.ts'

const cadences = {
  day: 'täglich',
  week: 'wöchentlich',
  month: 'monatlich',
  quarter: 'vierteljährlich',
  year: 'jährlich',
} as const

export const de: Words = {
  language: 'de',
  untitledRole: 'Stelle ohne Titel',
  allRoles: 'Stellen',

  eyebrow: 'Vorlage',
  pageTitle: (role, year) => `${role}: Vorlage für die Stellenbeschreibung${year ? ` (${year})` : ''}`,
  intro: (role) => `Die Stelle „${role}“ auf einer Seite, bereit zum Kopieren.`,
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
    levels: 'Erfahrungsstufen',
    kpis: 'Gemessen an',
    startingPrice: (label) => `Kosten ab${label ? ` (${label})` : ''}`,
    lastUpdated: 'Zuletzt geprüft',
  },
  items: {one: 'Punkt', other: 'Punkte'},
  metrics: {one: 'Kennzahl', other: 'Kennzahlen'},
  years: {one: 'Jahr', other: 'Jahre'},
  priceUnits: {HOUR: 'Stunde', DAY: 'Tag', WEEK: 'Woche', MONTH: 'Monat', YEAR: 'Jahr'},
  labelled: (label, text) => `${label}: ${text}`,

  levels,
  roleAtLevel: (role, level) => `${level === 'mid' ? 'Mid-Level' : levels[level]} ${role}`,
  yearsOfExperience: (years) => `${years} Berufserfahrung.`,

  reportsTo: (managers) => `Berichtet an: ${managers}.`,
  comparators: {
    atLeast: 'mindestens',
    atMost: 'höchstens',
    lessThan: 'unter',
    greaterThan: 'über',
    equals: 'genau',
  },
  measured: (cadence) => `${cadences[cadence]} gemessen`,

  copyHint: 'Für Bewerbermanagement oder Karriereseite.',
  placeholderHint: 'Bitte vorher die eckigen Klammern ausfüllen.',

  questions: {
    dayToDay: (role) => `Wie sieht der Arbeitsalltag in der Stelle „${role}“ aus?`,
    midLevelYears: () => 'Wie viel Berufserfahrung braucht die mittlere Stufe?',
    kpis: (role) => `Woran wird die Stelle „${role}“ gemessen?`,
  },
  answers: {
    midLevelYears: (_role, years) => `Üblich auf dieser Stufe: ${years} Berufserfahrung.`,
    // German nouns keep their capitals, so the point stands as it is written.
    midLevelFocus: (focus) => `Dazu gehört: „${focus}“`,
    kpis: () => 'Diese Kennzahlen zählen:',
  },
}
