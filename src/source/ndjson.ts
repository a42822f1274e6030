import {type ParseError, parse, printParseErrorCode} from 'jsonc-parser'
import type {StoredDocument} from '../dataset/stored-document.ts'

/** One faulty line of an NDJSON file. Lines and columns count from 1, columns in UTF-16 units. */
export interface NdjsonFault {
  file: string
  line: number
  column: number
  message: string
}

// A file of another kind is wrong on every line; the first ones tell it.
const mostShown = 20

/** The text is no NDJSON of documents. `faults` lists every faulty line, not only the first; nothing was loaded. */
export class NdjsonError extends Error {
  override name = 'NdjsonError'
  readonly faults: readonly NdjsonFault[]

  constructor(faults: readonly NdjsonFault[]) {
    const lines = faults
      .slice(0, mostShown)
      .map(({file, line, column, message}) => `  ${file}:${line}:${column}: ${message}`)
    const more =
      faults.length > mostShown ? `\n  and ${faults.length - mostShown} more. Each line must be one document.` : ''
    super(`The content cannot be loaded:\n${lines.join('\n')}${more}`)
    this.faults = faults
  }
}

/** The text of one NDJSON file, and the name to call it by. */
export interface NdjsonFile {
  file: string
  text: string
}

/**
 * The documents of an NDJSON file: one JSON object with `_id` and `_type` on each line, blank lines allowed.
 * Throws `NdjsonError` with every faulty line, each `_id` given twice among them.
 */
export const parseNdjson = (text: string, file: string): StoredDocument[] => parseNdjsonFiles([{file, text}])

/** As `parseNdjson`, for a dataset kept in several files. */
export function parseNdjsonFiles(files: Iterable<NdjsonFile>): StoredDocument[] {
  const {lines, faults} = readNdjsonFiles(files)
  if (faults.length > 0) throw new NdjsonError(faults)
  return lines.map(({document}) => document)
}

/** A document, and the line it stands on. */
export interface NdjsonLine {
  document: StoredDocument
  file: string
  line: number
}

/** Every document of several files that can be read, with its place, and every fault. Throws nothing. */
export function readNdjsonFiles(files: Iterable<NdjsonFile>): {lines: NdjsonLine[]; faults: NdjsonFault[]} {
  const lines: NdjsonLine[] = []
  const faults: NdjsonFault[] = []
  const firstPlace = new Map<string, string>()

  for (const {file, text} of files) {
    for (const [index, content] of text
      .replace(/^\ufeff/, '')
      .split('\n')
      .entries()) {
      if (content.trim() === '') continue
      const place = {file, line: index + 1}
      try {
        const document = parseLine(content)
        const first = firstPlace.get(document._id)
        if (first) throw new LineFault(`The _id "${document._id}" is already used at ${first}.`)
        firstPlace.set(document._id, `${file}:${place.line}`)
        lines.push({document, ...place})
      } catch (error) {
        if (!(error instanceof LineFault)) throw error
        faults.push({...place, column: error.column, message: error.message})
      }
    }
  }
  return {lines, faults}
}

class LineFault extends Error {
  readonly column: number

  constructor(message: string, column = 1) {
    super(message)
    this.column = column
  }
}

function parseLine(line: string): StoredDocument {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw syntaxFault(line)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineFault('Each line must hold one document: a JSON object.')
  }
  const missing = ['_id', '_type'].filter((key) => !isText((value as Record<string, unknown>)[key]))
  if (missing.length > 0) throw new LineFault(`The document has no ${missing.join(' and no ')} (a string).`)
  return value as StoredDocument
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''

/** JSON.parse tells no dependable position: a line it refused is read again by a parser that does. */
function syntaxFault(line: string): LineFault {
  const errors: ParseError[] = []
  try {
    parse(line, errors, {disallowComments: true, allowTrailingComma: false})
  } catch {
    return new LineFault('This is not JSON, and it is nested too deeply to say where.')
  }
  const [first] = errors
  if (!first) return new LineFault('This is not JSON.')
  const code = printParseErrorCode(first.error)
  return new LineFault(`This is not JSON: ${explanations[code] ?? code}.`, first.offset + 1)
}

const explanations: Record<string, string> = {
  InvalidSymbol: 'there is a word or sign that JSON does not know',
  InvalidNumberFormat: 'a number is not written as JSON writes numbers',
  PropertyNameExpected: 'a field name in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing } is expected here',
  CloseBracketExpected: 'a closing ] is expected here',
  EndOfFileExpected: 'there is something after the document',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfComment: 'comments are not allowed',
  UnexpectedEndOfString: 'a text has no closing quote',
  UnexpectedEndOfNumber: 'a number ends too early',
  InvalidUnicode: 'a \\u is not followed by four hexadecimal digits',
  InvalidEscapeCharacter: 'a backslash is followed by a letter JSON does not know',
  InvalidCharacter: 'a control character must be escaped',
}
