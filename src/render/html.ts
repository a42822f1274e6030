import type {Languages, Page} from '../page/page-type.ts'
import type {Block, Section, SectionName} from '../page/section.ts'
import {wholeNumber} from '../text/whole-number.ts'
import {type BlockTable, own, printBlock} from './block-table.ts'
import {each} from './each.ts'
import {classAttribute, languageAttributes, safeIdPrefix} from './html-attributes.ts'
import {jobDescriptionComponents, pageComponents} from './html-components.ts'
import {escapeHTML} from './html-escape.ts'
import type {HTMLComponents, HTMLPart, HTMLPrinter} from './html-printer.ts'

export interface HTMLOptions {
  /** Your own markup for a block kind, a section by name, the page or its parts. What they do not name stays as it is. */
  components?: {
    page?: HTMLComponents['page']
    section?: HTMLComponents['section']
    sections?: Partial<Record<SectionName, HTMLComponents['section']>>
    blocks?: Partial<BlockTable<HTMLPrinter>>
  }
  /** Level of the page's heading, 1 to 6; sections are one deeper. Default 1. */
  headingLevel?: number
  /** Put before every id, so that two pages can stand in one document. */
  idPrefix?: string
  classes?: Partial<Record<HTMLPart, string>>
  /** What stands around the copy-ready job description of a page: `copyButtons` prints its buttons. */
  copy?: (description: Page, html: string) => string
}

const deepestHeading = 6

/**
 * A page, a section or a block as HTML. A job description comes out in `h1 h2 p ul li strong em a` alone, with no
 * classes or ids, so that it can be pasted into any other system.
 */
export function toHTML(content: Page | Section | Block, options: HTMLOptions = {}): string {
  const isJobDescription = 'sections' in content && content.kind === 'jobDescription'
  const components = {
    ...withOverrides(isJobDescription ? jobDescriptionComponents : pageComponents, options.components),
  }
  const {copy} = options
  const {verbatim} = components.blocks
  if (copy)
    components.blocks = {...components.blocks, verbatim: (block, print) => copy(block.page, verbatim(block, print))}
  const printer = createPrinter(
    components,
    options,
    isJobDescription && !options.classes ? {} : (content as Partial<Languages>),
  )
  if ('sections' in content) return components.page(content, printer)
  return 'blocks' in content ? printer.section(content) : printer.blocks([content])
}

const withOverrides = (base: HTMLComponents, given: HTMLOptions['components']): HTMLComponents =>
  given ? {...base, ...given, sections: {...given.sections}, blocks: {...base.blocks, ...given.blocks}} : base

function createPrinter(
  components: HTMLComponents,
  options: HTMLOptions,
  {language, wordsLanguage}: Partial<Languages>,
): HTMLPrinter {
  const top = wholeNumber(options.headingLevel, deepestHeading)
  const idPrefix = safeIdPrefix(options.idPrefix)
  const printer: HTMLPrinter = {
    section: (section) => (own(components.sections, section.name) ?? components.section)(section, printer),
    blocks: (blocks) => each(blocks, (block) => printBlock(components.blocks, block, printer)),
    heading: (depth, text) => {
      const tag = `h${Math.min(top + depth, deepestHeading)}`
      return `<${tag}${printer.class(depth === 0 ? 'title' : 'heading')}${printer.languages[depth < 2 ? 'words' : 'either']}>${escapeHTML(text)}</${tag}>`
    },
    class: (part) => (options.classes ? classAttribute(own(options.classes, part)) : ''),
    languages:
      language && wordsLanguage
        ? {role: languageAttributes(language), words: languageAttributes(wordsLanguage), either: ' dir="auto"'}
        : {role: '', words: '', either: ''},
    id: (name) => idPrefix + name,
    escape: escapeHTML,
  }
  return printer
}
