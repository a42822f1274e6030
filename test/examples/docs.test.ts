import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** The blocks of code of a page that begin by naming a file, with the lines that follow. */
function blocksOf(page: string): {file: string; lines: string[]}[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8')
  return [...text.matchAll(/^```\w+\n(?:---\n)?\/\/ (\S+)[^\n]*\n(.*?)^```$/gms)].map(([, file = '', code = '']) => ({
    file,
    lines: code.split('\n').filter((line) => line.trim() !== ''),
  }))
}

/** Whether these lines stand in a file, in this order, though others may be between them. */
function standIn(file: string, lines: readonly string[]): string[] {
  const code = readFileSync(file, 'utf8').split('\n')
  let at = 0
  return lines.filter((line) => {
    const found = code.indexOf(line, at)
    if (found >= 0) at = found + 1
    return found < 0
  })
}

describe('what the docs show of an example is what it runs', () => {
  it.each([
    ['next.md', 'next', 3],
    ['astro.md', 'astro', 1],
    ['draft-mode.md', 'next', 5],
  ])('%s', (page, example, atLeast) => {
    const shown = blocksOf(page).filter(({file}) => existsSync(join(root, 'examples', example, file)))
    expect(shown.length).toBeGreaterThanOrEqual(atLeast)
    for (const {file, lines} of shown) expect(standIn(join(root, 'examples', example, file), lines), file).toEqual([])
  })
})
