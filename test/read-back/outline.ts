/** What a reader finds in a printed page: each heading, paragraph and list item with its text. */
export type Outline = [kind: 'h1' | 'h2' | 'h3' | 'p' | 'li', text: string][]
