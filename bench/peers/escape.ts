const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

export const escapeHTML = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] as string) : text

/** Simplified: enough for the sample content, where a line never begins like a list, a heading or a quote. */
export const escapeMarkdown = (text: string): string =>
  /[\\`*_<&]/.test(text) ? text.replace(/[\\`*_]|<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&') : text

/** JSON that can stand in a script element. */
export const escapeJSON = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
