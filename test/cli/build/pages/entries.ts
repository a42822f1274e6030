import type {Entry} from '../../../../src/cli/build/pages/entry.ts'
import {type Site, siteOf} from '../../../../src/cli/build/pages/site.ts'

export const settings = {
  organizationName: 'Bakery & Sons',
  siteUrl: 'https://example.com',
  rolesPath: '/roles',
  language: null,
}

export const siteFor = (entries: readonly Entry[], changed: Partial<Site> = {}): Site => ({
  ...siteOf(settings, entries),
  ...changed,
})

/** One role of a list, with what matters to a test. */
export function entry(changed: Partial<Entry> = {}): Entry {
  const slug = changed.slug ?? 'baker'
  return {
    id: `role-${slug}`,
    slug,
    title: 'Baker',
    language: 'en',
    levels: ['junior', 'senior'],
    skills: ['Sourdough', 'Early mornings'],
    also: '',
    description: 'What a baker is hired to do.',
    updatedAt: '2026-04-12T08:40:11Z',
    reviewedOn: null,
    path: `/roles/${encodeURIComponent(slug.toWellFormed())}`,
    url: `https://example.com/roles/${encodeURIComponent(slug.toWellFormed())}/`,
    ...changed,
  }
}

/** What has to come out of any output as text, and as nothing else. */
export const hostileTexts: readonly string[] = [
  ']]>',
  '<![CDATA[',
  '& &amp; &#0; &unknown;',
  '</title></head>"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '<!-- --',
  '-->',
  '<?xml version="1.0"?>',
  Array.from({length: 0x20}, (_, code) => String.fromCharCode(code)).join('x'),
  '\u007f\u0080\u009f',
  '\ufffe\uffff',
  '\ud800 half \udc00',
  '\u202eturned\u2066',
  '\u2028\u2029',
]
