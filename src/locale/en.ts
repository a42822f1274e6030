import {cadences, comparators, levels, priceUnits} from '../model/vocabulary.ts'
import {article} from './article.ts'
import {clause} from './clause.ts'
import type {Words} from './words.ts'

const a = (noun: string): string => `${article(noun)} ${noun}`
const aMid = (role: string): string => a(/\bmid\b/i.test(role) ? role : `mid-level ${role}`)

export const en: Words = {
  language: 'en',
  untitledRole: 'Untitled role',
  allRoles: 'Roles',

  eyebrow: 'Job description template',
  pageTitle: (role, year) => `${role} Job Description Template${year ? ` (${year})` : ''}`,
  intro: (role) => `What ${a(role)} is hired to do, on one page, ready to copy.`,
  jobDescriptionTitle: (role) => `${role} — Job Description`,

  headings: {
    keyFacts: 'Key facts',
    roleSummary: 'Role summary',
    responsibilities: 'Responsibilities',
    mustHaveSkills: 'Must-have skills',
    niceToHaveSkills: 'Nice-to-have skills',
    tools: 'Tools and technology',
    reporting: 'Reporting structure',
    levels: 'Seniority variants',
    kpis: 'Success metrics (KPIs)',
    jobDescription: 'Full JD (copy-ready)',
    faqs: 'Frequently asked questions',
    relatedRoles: 'Related',
    author: (name) => `Written by ${name}`,
  },
  moreAbout: (name) => `More about ${name}`,

  facts: {
    role: 'Role',
    reportsTo: 'Reports to',
    levels: 'Seniority levels',
    kpis: 'KPIs defined',
    startingPrice: (label) => `Starting price${label ? ` (${label})` : ''}`,
    lastUpdated: 'Last updated',
  },
  items: {one: 'item', other: 'items'},
  metrics: {one: 'metric', other: 'metrics'},
  years: {one: 'year', other: 'years'},
  priceUnits,
  labelled: (label, text) => `${label}: ${text}`,

  levels,
  roleAtLevel: (role, level) => `${level === 'mid' ? 'Mid-level' : levels[level]} ${role}`,
  yearsOfExperience: (years) => `${years} of experience.`,

  reportsTo: (managers) => `Reports to the ${managers}.`,
  comparators,
  measured: (cadence) => `measured ${cadences[cadence]}`,

  copyHint: 'For your applicant tracking system or careers page.',
  placeholderHint: 'Fill in the square brackets first.',

  questions: {
    dayToDay: (role) => `What does ${a(role)} do day-to-day?`,
    midLevelYears: (role) => `How many years of experience should ${aMid(role)} have?`,
    kpis: (role) => `Which KPIs should I hold ${a(role)} accountable to?`,
  },
  answers: {
    midLevelYears: (role, years) => `Look for ${years} of experience in ${aMid(role)}.`,
    midLevelFocus: (focus, names) => `By then they can be trusted to ${clause(focus, names)}.`,
    kpis: (role) => `These are the measures ${a(role)} answers for:`,
  },
}
