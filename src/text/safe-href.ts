import {cleanStega} from './stega.ts'

const absolute = /^(?:https?:\/\/[^/]|mailto:.|tel:.)/i
const local = /^(?:\/(?!\/)|[?#])/
const neverInAddress = /[\p{Cc}\p{Zs}\p{Cs}<>"\\^`{|}]/u

/**
 * The one rule for links, in every format: a full web address, a mail address, a phone number, or a place on this site.
 * Anything else is no link: the text stays, the address goes.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null
  const address = cleanStega(href).trim()
  if (neverInAddress.test(address)) return null
  if (local.test(address)) return address
  return absolute.test(address) && URL.canParse(address) ? address : null
}
