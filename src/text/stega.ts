// The characters that stega hides its data in, in runs of four and more. A zero-width joiner alone belongs to the text
// (emoji, Persian), so shorter runs stay, except at the very end, where they are what a cut has left of a longer one.
const invisible = '\\u200b-\\u200d\\u2060-\\u2063\\ufeff\\u{1d173}-\\u{1d17a}\\ud834'
// Half of a character beyond U+FFFF is enough to look closer.
const anyInvisible = /[\u200b-\u200d\u2060-\u2063\ufeff\ud834]/
const runs = new RegExp(`[${invisible}]{4,}|[${invisible}]+$|\\ufeff`, 'gu')

/** The text without the edit markers that Sanity's stega encoding hides in it. */
export const cleanStega = (text: string): string => (anyInvisible.test(text) ? text.replace(runs, '') : text)
