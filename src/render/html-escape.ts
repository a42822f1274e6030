const special = /[&<>"']/
const specials = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** Text as HTML text or as the value of a quoted attribute. */
export const escapeHTML = (text: string): string =>
  special.test(text) ? text.replace(specials, (character) => entities[character] as string) : text
