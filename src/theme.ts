// The build writes the theme's files in here, for pages that cannot fetch them.
declare const themeStyles: string
declare const themeCompareStyles: string
declare const themeScript: string

/** The theme's style sheet, as `roleprint.css` holds it. For `toDocument(page, {styles})`. */
export const styles: string = themeStyles

/** The style sheet of `comparisonToHTML`, as `roleprint-compare.css` holds it. It goes with `styles`. */
export const compareStyles: string = themeCompareStyles

/** The theme's script, as `roleprint.js` holds it. It adds the copy buttons. */
export const script: string = themeScript
