import fc from 'fast-check'

const words = [
  'Kund*innen',
  '\uf0b7\tLoad',
  '➢ Tell',
  '✓',
  '・資料',
  '3\u00965',
  'you\u0092ll',
  '1\u001e2',
  'end\u0085next',
  'cell\u0007cell',
  'soft\u2028line',
  'one\r\ntwo',
  'Own',
  'an',
  'ML',
  'system',
  'C#',
  '4+',
  'years',
  'snake_case',
  'Weights',
  '&',
  'Biases',
  '<100ms',
  'R&D',
  'naïve',
  '日本語',
  '👩‍💻',
  '—',
  '50%',
  '(SLA)',
  "team's",
  '“quoted”',
  'a*b',
  'x_y_',
  '$5',
  '~70',
  'and/or',
  'http://example.com',
]

// What Markdown, HTML, JSON and front matter would take for their own.
const traps = [
  '#',
  '##',
  '-',
  '+',
  '*',
  '1.',
  '2)',
  '>',
  '---',
  '===',
  '***',
  '___',
  '- [ ]',
  '[x]',
  '[x](javascript:1)',
  '![x](y)',
  '[a]: b',
  '`x`',
  '```',
  '~~~',
  '~~x~~',
  '*x*',
  '**x**',
  '_x_',
  '__x__',
  '<b>',
  '</textarea></title></style>',
  '<script>alert(1)</script>',
  '<!--',
  ']]>',
  '&lt;',
  '&#60;',
  '&amp',
  '\\',
  '\\\\',
  '\\*',
  '|',
  '| a | b |',
  ':::',
  '[^1]',
  '$x$',
  '+++',
  '{}',
  '$' + '{x}',
  '"',
  "'",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='",
  'www.x.y',
  'a@b.c',
  '\u00a0',
  '\u2028',
]

/** Text as people write it, with everything in it that a format could trip over. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom(...words)},
      {weight: 2, arbitrary: fc.constantFrom(...traps)},
      fc.string({maxLength: 8}),
      fc.string({unit: 'grapheme', maxLength: 4}),
    ),
    {minLength: 1, maxLength: 8},
  )
  .chain((parts) => fc.constantFrom(' ', '', '  ', '\n').map((separator) => parts.join(separator)))
  .filter((text) => printable(text) !== '')

/** What a reader may expect to find of a text, told in the test's own way. */
export function printable(text: string): string {
  const characters = [...text]
    .map(asOnWindows)
    .filter((character) => !isNeverPrinted(character))
    .map(replaceHalf)
  const line = characters
    .join('')
    .replace(/[\s\u0085]/g, (space) => (/[\t-\r\u2028\u2029\u0085]/.test(space) ? ' ' : space))
    .replace(/ +/g, ' ')
  return line.replace(/^\p{Zs}+|\p{Zs}+$/gu, '')
}

/** As a browser reads the character reference with this number. */
const asOnWindows = (character: string): string => {
  if (character === '\u001e') return '-'
  if (character === '\u0007') return ' '
  if (!/[\u0080-\u0084\u0086-\u009f]/.test(character)) return character
  return new TextDecoder('windows-1252').decode(Uint8Array.of(character.charCodeAt(0)))
}

const isNeverPrinted = (character: string): boolean =>
  (/\p{Cc}/u.test(character) && !/[\t-\r\u0085]/.test(character)) ||
  /[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/.test(character)

const replaceHalf = (character: string): string => (/^\p{Cs}$/u.test(character) ? '\ufffd' : character)
