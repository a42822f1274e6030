import {directionOf} from '../locale/direction.ts'
import {attribute} from '../render/html-attributes.ts'

/**
 * ` lang="…"` for lines of a role. Of a language that is written from the right each line finds its own direction, since it
 * may hold words of the page's own.
 */
export const lineLanguage = (language: string | null | undefined): string =>
  language ? `${attribute('lang', language)}${directionOf(language) === 'rtl' ? ' dir="auto"' : ''}` : ''
