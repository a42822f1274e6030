import type {Words} from '../../locale/words.ts'
import type {Draft} from '../../model/draft.ts'
import type {Person} from '../../model/person.ts'
import type {RoleDraft} from '../../model/role.ts'
import {line, paragraphs} from '../../text/line.ts'
import {safeHref} from '../../text/safe-href.ts'
import {item, list, paragraph, section} from '../blocks.ts'
import type {Block, Section} from '../section.ts'

const largestSide = 10_000

export function author({author: person, language}: RoleDraft, words: Words): Section | null {
  const name = line(person?.name)
  if (!person || !name) return null
  const url = safeHref(person.url)
  const heading = words.headings.author(name)
  const about = section('author', heading, [
    portrait(person, name),
    paragraph(line(person.jobTitle)),
    ...paragraphs(person.bio).map((text) => paragraph(text)),
    list((person.highlights ?? []).map((highlight) => item(highlight, language))),
    url ? {kind: 'links', links: [{text: words.moreAbout(name), href: url}]} : null,
  ])
  // Who wrote it is said also where there is nothing to say of them, and no heading stands alone.
  return about ?? section('author', null, [paragraph(heading)])
}

/** Only what Sanity itself serves is shown, so that a picture never calls a stranger. */
export const isShown = (address: string): boolean => address.startsWith('https://cdn.sanity.io/')

function portrait({image}: Draft<Person>, name: string): Block | null {
  const src = safeHref(image?.url)
  if (!src || !isShown(src)) return null
  return {kind: 'image', src, alt: name, width: side(image?.width), height: side(image?.height)}
}

const side = (length: number | null | undefined): number | null =>
  length && length > 0 && length <= largestSide ? length : null
