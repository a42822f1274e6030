// All but what XML 1.0 allows, halves of characters included. It cannot be written, not even escaped.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML text or as the value of a quoted attribute. */
export const escapeXML = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (character) => entities[character] as string)

export const xmlHead = '<?xml version="1.0" encoding="utf-8"?>\n'
