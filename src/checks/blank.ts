import {line} from '../text/line.ts'

// The Braille blank and the Hangul filler are letters to Unicode, and paper to a reader.
const invisible = /^[\s\p{Default_Ignorable_Code_Point}\u2800\u3164]*$/u

/** Whether a text prints nothing anyone could see: white space, soft hyphens, joiners, fillers and edit markers alone. */
export const isBlank = (text: string): boolean => invisible.test(line(text))
