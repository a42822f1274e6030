import {levels} from '../model/vocabulary.ts'
import type {Words} from './words.ts'

export const de: Words = {
  language: 'de',
  untitledRole: 'Stelle ohne Titel',
  allRoles: 'Stellen',

  eyebrow: 'Vorlage für eine Stellenbeschreibung',
  pageTitle: (role, year) => `${role}: Vorlage für die Stellenbeschreibung${year ? ` (${year})` : ''}`,
  intro: (role) => `Die Stelle „${role}“ auf einer Seite, mit einer Stellenbeschreibung zum Kopieren.`,
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
    kpis: 'Kennzahlen',
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
  yearsOfExperience: (years) => `${years} Berufserfahrung`,

  reportsTo: (managers) => `Berichtet an: ${managers}.`,
  comparators: {
    atLeast: 'mindestens',
    atMost: 'höchstens',
    lessThan: 'unter',
    greaterThan: 'über',
    equals: 'genau',
  },
  cadences: {day: 'pro Tag', week: 'pro Woche', month: 'pro Monat', quarter: 'pro Quartal', year: 'pro Jahr'},

  copyHint: 'Bereit für Bewerbermanagement oder Karriereseite.',
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
