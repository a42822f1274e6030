const printable = /^(?:https?:\/\/[^/]|mailto:.|tel:.|\/(?!\/)|[?#])[^\s\p{Cc}<>"\\^`{|}]*$/iu

export const wholeAddress =
  'Write the whole address, without spaces: https://…, mailto:…, tel:… or, for a page of this site, /…'

/** The page drops a link that it cannot trust and keeps its text; better to hear of it while writing. */
export const linkAddressProblem = (href: unknown): string | true =>
  typeof href !== 'string' || href === '' || printable.test(href.trim()) || wholeAddress
