/** Sentences of a lake that has refused what was typed. The Studio itself drops such an edit, and says that it was saved. */
export class Refusals {
  readonly #listeners = new Set<(sentence: string) => void>()

  /** Gives each sentence to `listener`, until what this gives is called. */
  follow(listener: (sentence: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(sentence: string): void {
    for (const listener of this.#listeners) listener(sentence)
  }
}

export const refusals = new Refusals()

const isEdit = /"sanity\.action\.document\.(?:edit|create)"/

/** Tells of an edit that was refused for good. What else is refused, publishing above all, the Studio tells itself. */
export async function noteRefusal({body}: RequestInit, answer: Response): Promise<void> {
  const isFinal = answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status)
  if (isFinal && typeof body === 'string' && isEdit.test(body)) refusals.tell(sentenceOf(await answer.clone().text()))
}

function sentenceOf(text: string): string {
  try {
    const {error, message} = JSON.parse(text)
    return String(error?.description ?? message ?? error)
  } catch {
    return 'The lake gave no reason.'
  }
}
