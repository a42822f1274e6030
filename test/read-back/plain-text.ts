import type {Outline} from './outline.ts'

/** Reads plain text back: bullets are items, everything else is a line. */
export const linesOfPlainText = (text: string): ['li' | 'line', string][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const bullet = line.match(/^ *• (.*)$/su)
      return bullet ? ['li', bullet[1] ?? ''] : ['line', line.replace(/^ +/, '')]
    })

/** An outline as plain text can tell it. */
export const linesOfOutline = (outline: Outline): ['li' | 'line', string][] =>
  outline.flatMap(([kind, text]) => {
    const [first = '', ...more] = text.split('\n')
    return [[kind === 'li' ? 'li' : 'line', first], ...more.map((line): ['line', string] => ['line', line])] as [
      'li' | 'line',
      string,
    ][]
  })
