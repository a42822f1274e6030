/**
 * Text for a terminal: control characters and those that turn the direction of text are written out (`\u001b`), so that
 * content cannot move the cursor, set a window's title or pose as another line. Line breaks stay.
 */
export const printable = (text: string): string => text.replace(unprintable, writtenOut)

/** The same for text that must stay within one line. */
export const printableLine = (text: string): string => printable(text).replace(/[\n\t]/g, writtenOut)

const unprintable = /[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]/gu

const writtenOut = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
