import type {Check} from './check.ts'

/** What the rules of the fields find, which a Studio runs by itself. */
export const schemaChecks = {
  required: {
    severity: 'error',
    title: 'A required part is missing',
    why: 'The page would have a hole, or could not be printed at all.',
  },
  'wrong-kind': {
    severity: 'error',
    title: 'A value is of the wrong kind',
    why: 'It was written by a program, and the page cannot print it.',
  },
  'not-in-list': {
    severity: 'error',
    title: 'A value is not one of the list',
    why: 'The page has no word for it.',
  },
  'out-of-range': {
    severity: 'error',
    title: 'A number is too small, too large or not whole',
    why: 'Nobody can have meant it.',
  },
  'too-few': {
    severity: 'warning',
    title: 'There are few responsibilities',
    why: 'Fewer than four leave people guessing what the work is.',
  },
  'too-many': {
    severity: 'warning',
    title: 'A list is long: more than 8 must-haves, or 15 responsibilities',
    why: 'People who meet most of a long list do not apply, and nobody reads it to its end.',
  },
  'too-long': {
    severity: 'warning',
    title: 'A text for search engines is long',
    why: 'What comes after the cut is not shown.',
  },
  twice: {
    severity: 'error',
    title: 'An entry is in a list more than once',
    why: 'It would be printed more than once.',
  },
  address: {
    severity: 'error',
    title: 'An address cannot be used',
    why: 'The page drops a link it cannot trust.',
  },
  slug: {
    severity: 'error',
    title: 'A slug holds what no address should',
    why: 'It is an address and a file name, so it keeps to what is safe in both.',
  },
  'slug-taken': {
    severity: 'error',
    title: 'Two roles have the same slug',
    why: 'Only one of them could be reached.',
  },
  'language-tag': {
    severity: 'error',
    title: 'A language is not a language tag',
    why: 'The page’s own words, its dates and its numbers follow it.',
  },
  'unknown-language': {
    severity: 'warning',
    title: 'There are no phrases for the language of a role',
    why: 'Its page has headings and labels in English around what is written.',
  },
  currency: {
    severity: 'error',
    title: 'A currency is not an ISO 4217 code',
    why: 'An amount cannot be printed without it.',
  },
  'unlikely-amount': {
    severity: 'warning',
    title: 'An amount is too small to be a pay',
    why: '95.000 is 95 for a program: what was meant are thousands, as a rule.',
  },
  'bullet-text': {
    severity: 'warning',
    title: 'A bullet brings its own bullet or a line break',
    why: 'The page adds the bullet, so it would be there twice.',
  },
  'manager-title': {
    severity: 'warning',
    title: 'A manager’s title has words around it',
    why: 'The page adds “Reports to the”.',
  },
  'target-incomplete': {
    severity: 'error',
    title: 'A KPI target has a comparison or a number, but not both',
    why: 'Half a comparison says nothing.',
  },
  'years-backwards': {
    severity: 'error',
    title: 'A level ends before it begins',
    why: 'The two numbers have probably changed places.',
  },
  'years-overlap': {
    severity: 'error',
    title: 'The years of two levels overlap',
    why: 'A person would be at both levels.',
  },
  'related-to-itself': {
    severity: 'error',
    title: 'A role is among its own related roles',
    why: 'The link would lead to where the reader is.',
  },
  'no-such-day': {
    severity: 'warning',
    title: 'A review is dated on a day that is none',
    why: 'The page prints the day of the last change in its place.',
  },
  'review-to-come': {
    severity: 'warning',
    title: 'A review is dated in the future',
    why: 'The page prints it as the last update.',
  },
  'dangling-reference': {
    severity: 'error',
    title: 'A reference leads to no document',
    why: 'The page leaves out what it cannot find.',
  },
} as const satisfies Record<string, Check>
