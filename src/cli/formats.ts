import {
  jobDescription,
  type LevelName,
  type RoleDraft,
  rolePage,
  roleUrl,
  toDocument,
  toHTML,
  toJsonLd,
  toMarkdown,
  toPlainText,
} from '../index.ts'

export interface Format {
  label: string
  /** The last part of its address on the site. */
  file: string
  mediaType: string
  /** A job description can be printed for one level; the rest shows all levels. */
  hasLevels: boolean
  print(role: RoleDraft, level: LevelName | undefined): string
}

/** Everything a role can be printed as. */
export const formats = {
  page: {
    label: 'Page',
    file: 'index.html',
    mediaType: 'text/html',
    hasLevels: false,
    print: (role) => toDocument(rolePage(role), {jsonLd: toJsonLd(role), url: roleUrl(role)}),
  },
  markdown: {
    label: 'Markdown',
    file: 'job-description.md',
    mediaType: 'text/markdown',
    hasLevels: true,
    print: (role, level) => toMarkdown(jobDescription(role, {level})),
  },
  text: {
    label: 'Plain text',
    file: 'job-description.txt',
    mediaType: 'text/plain',
    hasLevels: true,
    print: (role, level) => toPlainText(jobDescription(role, {level})),
  },
  html: {
    label: 'HTML',
    file: 'job-description.html',
    mediaType: 'text/html',
    hasLevels: true,
    print: (role, level) => toHTML(jobDescription(role, {level})),
  },
  jsonld: {
    label: 'JSON-LD',
    file: 'data.jsonld',
    mediaType: 'application/ld+json',
    hasLevels: false,
    print: (role) => toJsonLd(role),
  },
  json: {
    label: 'JSON',
    file: 'data.json',
    mediaType: 'application/json',
    hasLevels: false,
    print: (role) => JSON.stringify(rolePage(role), null, 2),
  },
} satisfies Record<string, Format>

export type FormatName = keyof typeof formats
export const formatNames = Object.keys(formats) as FormatName[]

/** What a format makes of a role, ending with a line break as files do. */
export function printAs(name: FormatName, role: RoleDraft, level?: LevelName): string {
  const text = formats[name].print(role, level)
  return text.endsWith('\n') ? text : `${text}\n`
}
