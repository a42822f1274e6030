import {readFileSync} from 'node:fs'

const textOf = (file: string): string =>
  JSON.stringify(readFileSync(new URL(`src/theme/${file}`, import.meta.url), 'utf8'))

/** What `src/theme.ts` holds as text: the build and the tests write it in. */
export const themeTexts = {
  themeStyles: textOf('roleprint.css'),
  themeCompareStyles: textOf('roleprint-compare.css'),
  themeScript: textOf('roleprint.js'),
}
