/** HTML that may be printed as it is. */
export interface Markup {
  readonly html: string
}

type Part = string | number | null | Markup | readonly Markup[]

/** A template of HTML in which every text put in is escaped. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup => ({
  html: strings.reduce((html, string, index) => html + printed(parts[index - 1] ?? null) + string),
})

function printed(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHTML(String(part))
  return 'html' in part ? part.html : part.map(({html}) => html).join('')
}

const escapeHTML = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
