// The build writes the theme's two files in here, for pages that cannot fetch them.
declare const themeStyles: string
declare const themeScript: string

/** The theme's style sheet, as `roleprint.css` holds it. For `toDocument(page, {styles})`. */
export const styles: string = themeStyles

/** The theme's script, as `roleprint.js` holds it. It adds the copy buttons. */
export const script: string = themeScript
