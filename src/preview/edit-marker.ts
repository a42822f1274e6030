import {createEditUrl, studioPath} from '@sanity/client/csm'
import {vercelStegaCombine} from '@vercel/stega'
import {fold} from '../text/line.ts'
import {cleanStega} from '../text/stega.ts'
import {baseOf, canOpen, type EditOptions, type EditTarget} from './edit-target.ts'

// What `line` takes from the end of a text. A marker stands before it, or `line` would not see it.
const blankEnd =
  /(?<![\p{Cc}\p{Zs}\u2028\u2029\ufffe\uffff\u202a-\u202e\u2066-\u2069])[\p{Cc}\p{Zs}\u2028\u2029\ufffe\uffff\u202a-\u202e\u2066-\u2069]+$/u

/**
 * The text with a link to its field hidden behind its last letter, as overlays look for it. As it is where it says nothing,
 * where no link can lead to the field, and where cleaning would take more than the marker: it has one already, or
 * hidden characters of its own stand there. `next` is what follows it without a space between.
 */
export function markText(text: string, target: EditTarget, options: EditOptions, next = ''): string {
  const seen = text.replace(blankEnd, '')
  if (seen === '' || !canOpen(target) || !isCleanable(fold(seen), fold(next))) return text
  // A published id would say that the published version is shown.
  const id = /^(?:drafts|versions)\./.test(target.id) ? target.id : `drafts.${target.id}`
  const {workspace, tool} = options
  const href = createEditUrl({
    ...{baseUrl: baseOf(options), id, type: target.type, path: studioPath.toString([...target.path])},
    ...{workspace, tool},
  })
  return vercelStegaCombine(seen, {origin: 'sanity.io', href}, false) + text.slice(seen.length)
}

const shortest = '\u200b'.repeat(4)

const isCleanable = (before: string, after: string): boolean => cleanStega(before + shortest + after) === before + after
