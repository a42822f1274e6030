import type {Check} from './check.ts'

/** What `roleFindings` finds, by reading a role together with what it is made of. */
export const contentChecks = {
  'says-nothing': {
    severity: 'error',
    title: 'A required text is there and says nothing',
    why: 'Blanks and empty paragraphs pass as filled in, and print as a hole.',
  },
  unprintable: {
    severity: 'error',
    title: 'A part of a text is not printed',
    why: 'A table, a picture or a mark of another schema has no place on the page, so its words would be missing.',
  },
  'whole-advert': {
    severity: 'warning',
    title: 'The summary holds a whole job description',
    why: 'Its bullets and headings would stand before the fields that are for them, and no other role can use them.',
  },
  'odd-character': {
    severity: 'warning',
    title: 'A text holds a character that a word processor or another encoding left there',
    why: 'It looks like a dash or a quotation mark where it was typed, and like nothing, or something else, elsewhere.',
  },
  'unshown-picture': {
    severity: 'warning',
    title: 'A portrait is not shown on any page',
    why: 'A page shows what Sanity itself serves. A picture of a lake on this computer would be missing for everybody else.',
  },
  'years-contradict': {
    severity: 'warning',
    title: 'A must-have asks for other years than a level gives',
    why: 'With “4+ years” as a must-have, nobody can be a Junior of 1–3 years.',
  },
  'near-duplicate': {
    severity: 'warning',
    title: 'Two bullets say nearly the same',
    why: 'A reader looks for the difference, and takes one thing for two.',
  },
  'unlisted-tool': {
    severity: 'warning',
    title: 'A tool is named in a text, but not listed',
    why: 'People search for roles by their tools, and read the list first.',
  },
  'unmentioned-tools': {
    severity: 'warning',
    title: 'Most of a long list of tools is mentioned nowhere else',
    why: 'A long bare list reads as requirements. Said once a role, and only of more than ten lines.',
  },
  'kpi-without-number': {
    severity: 'warning',
    title: 'A KPI has no number',
    why: 'Nobody can tell whether it was met.',
  },
  'no-pay': {
    severity: 'warning',
    title: 'There is no pay information',
    why: 'Many laws ask for it, and most people do.',
  },
  'no-questions': {
    severity: 'warning',
    title: 'No question is answered beyond those the page answers by itself',
    why: 'What people ask about this role in particular is what they come for.',
  },
  'gendered-word': {
    severity: 'warning',
    title: 'A word names one gender, or a stereotype of one',
    why: 'People who do not see themselves in the words do not apply.',
  },
  'gender-coded': {
    severity: 'warning',
    title: 'The words lean clearly to one gender’s stereotype',
    why: 'Each is harmless alone. Together they tell people whether they belong.',
  },
  'ageist-word': {
    severity: 'warning',
    title: 'A word speaks of age',
    why: 'It turns people away, and may be held against the employer.',
  },
  'hard-to-read': {
    severity: 'warning',
    title: 'The text is very hard to read',
    why: 'Long sentences of long words lose readers, first of all those who read in a second language.',
  },
  'dated-word': {
    severity: 'warning',
    title: 'A text names a year gone by, or one version of a model',
    why: 'It makes the page look old, sooner than its editor expects.',
  },
} as const satisfies Record<string, Check>
