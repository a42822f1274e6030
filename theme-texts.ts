import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'

const textOf = (file: string): string => readFileSync(new URL(`src/theme/${file}`, import.meta.url), 'utf8')

const styles = textOf('roleprint.css')
const compareStyles = textOf('roleprint-compare.css')
const shareStyles = styles + compareStyles + textOf('roleprint-share.css')

/** What `src/theme.ts` and `src/share.ts` hold as text, as code: the build and the tests write it in. */
export const themeTexts = asCode({
  themeStyles: styles,
  themeCompareStyles: compareStyles,
  themeScript: textOf('roleprint.js'),
  themeShareStyles: shareStyles,
  themeShareStylesHash: createHash('sha256').update(shareStyles).digest('base64'),
})

function asCode<Name extends string>(texts: Record<Name, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]))
}
