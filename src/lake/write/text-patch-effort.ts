import {adjustIndiciesToUcs2, DIFF_DELETE, DIFF_INSERT, type Patch, parsePatch} from '@sanity/diff-match-patch'
import type {Effort} from './effort.ts'

/** The library looks for so many characters at once, and cuts what is longer into pieces, of which so many are new. */
const longestPiece = 32
const newInPiece = 24
/** What is removed in one go, however long it is, from twice the length of a piece on. */
const isLarge = (removed: string) => removed.length > 2 * longestPiece
/** A second: where two texts differ much, the library leaves it at that. */
const longestComparison = 200_000_000

/**
 * Takes the steps the library will need to apply a patch text: few where each change is found at its place, as with all
 * typing, and many where it has to be looked for. Throws what the parser throws.
 */
export function spendOnTextPatch(patchText: string, text: string, effort: Effort): void {
  effort.spend(text.length + patchText.length)
  const patches = adjustIndiciesToUcs2(parsePatch(patchText), text, {allowExceedingIndices: true})
  let current = text
  let isInPlace = true
  for (const patch of patches) {
    const [old, young] = [DIFF_INSERT, DIFF_DELETE].map((other) => sideWithout(other, patch)) as [string, string]
    const removed = patch.diffs.filter(([kind, part]) => kind === DIFF_DELETE && isLarge(part)).map(([, part]) => part)
    const pieces = piecesOf(old, removed)
    if (pieces > 1) effort.spend(pieces * (old.length / 4 + 4 * patch.diffs.length))
    effort.spend((pieces * current.length) / 4)
    isInPlace &&= current.startsWith(old, patch.start2)
    if (isInPlace) {
      current = current.slice(0, patch.start2) + young + current.slice(patch.start2 + old.length)
      continue
    }
    // Where one change is not, the following ones may be anywhere.
    effort.spend(pieces * (5 * current.length + 50_000))
    for (const part of removed) effort.spend(Math.min(2 * part.length ** 2, longestComparison))
  }
}

const sideWithout = (other: number, {diffs}: Patch): string =>
  diffs
    .filter(([kind]) => kind !== other)
    .map(([, part]) => part)
    .join('')

function piecesOf(old: string, removed: string[]): number {
  if (old.length <= longestPiece) return 1
  const inOneGo = removed.reduce((sum, {length}) => sum + length, 0)
  return Math.ceil((old.length - inOneGo) / newInPiece) + 3 * removed.length
}
