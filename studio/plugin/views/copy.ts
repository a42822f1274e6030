/** What a word processor takes and what a plain text field takes. */
export interface Copied {
  html: string
  text: string
}

/**
 * Copies both at once. What is copied may still be on its way: a browser wants to be asked while the button is being
 * pressed, not later. Throws where the browser refuses.
 */
export async function copy(content: Copied | Promise<Copied>): Promise<void> {
  const part = async (type: string, name: keyof Copied) => new Blob([(await content)[name]], {type})
  await navigator.clipboard.write([
    new ClipboardItem({'text/html': part('text/html', 'html'), 'text/plain': part('text/plain', 'text')}),
  ])
}

export const copiedMessage = 'The job description is copied. Paste it anywhere.'
export const notCopiedMessage = 'The browser did not let it be copied. Select the text instead.'
