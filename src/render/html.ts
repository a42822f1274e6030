import type {Page} from '../page/page-type.ts'
import type {Block, Section, SectionName} from '../page/section.ts'
import type {BlockTable} from './block-table.ts'
import {printBlock} from './block-table.ts'
import {classAttribute, safeIdPrefix} from './html-attributes.ts'
import {type HTMLComponents, jobDescriptionComponents, pageComponents} from './html-components.ts'
import {escapeHTML} from './html-escape.ts'

/** The places a class can be given to. */
export type HTMLPart =
  | Block['kind']
  | 'eyebrow'
  | 'title'
  | 'intro'
  | 'section'
  | 'heading'
  | 'group'
  | 'question'
  | 'details'

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
}

/** What a component prints its inner parts with. Everything it gives back is HTML; `escape` whatever else you add. */
export interface HTMLPrinter {
  section(section: Section): string
  blocks(blocks: readonly Block[]): string
  /** A heading: depth 0 is the page's, 1 a section's, 2 a part of a section. */
  heading(depth: number, text: string): string
  /** ` class="…"` for a place that has been given one. */
  class(part: HTMLPart): string
  id(name: string): string
  escape(text: string): string
}

const deepestHeading = 6

/**
 * A page, a section or a block as HTML. A job description comes out in `h1 h2 p ul li strong em a` alone, with no
 * classes or ids, so that it can be pasted into any other system.
 */
export function toHTML(content: Page | Section | Block, options: HTMLOptions = {}): string {
  const isJobDescription = 'sections' in content && content.kind === 'jobDescription'
  const components = withOverrides(isJobDescription ? jobDescriptionComponents : pageComponents, options.components)
  const printer = createPrinter(components, options)
  if ('sections' in content) return components.page(content, printer)
  return 'blocks' in content ? printer.section(content) : printer.blocks([content])
}

function withOverrides(base: HTMLComponents, own: HTMLOptions['components']): HTMLComponents {
  return own ? {...base, ...own, sections: {...own.sections}, blocks: {...base.blocks, ...own.blocks}} : base
}

function createPrinter(components: HTMLComponents, options: HTMLOptions): HTMLPrinter {
  const top = clampLevel(options.headingLevel)
  const idPrefix = safeIdPrefix(options.idPrefix)
  const printer: HTMLPrinter = {
    section: (section) =>
      (Object.hasOwn(components.sections, section.name) && components.sections[section.name]
        ? (components.sections[section.name] as HTMLComponents['section'])
        : components.section)(section, printer),
    blocks: (blocks) => blocks.map((block) => printBlock(components.blocks, block, printer)).join(''),
    heading: (depth, text) => {
      const tag = `h${Math.min(top + depth, deepestHeading)}`
      return `<${tag}${printer.class(depth === 0 ? 'title' : 'heading')}>${escapeHTML(text)}</${tag}>`
    },
    class: (part) => (options.classes ? classAttribute(options.classes, part) : ''),
    id: (name) => `${idPrefix}${name}`,
    escape: escapeHTML,
  }
  return printer
}

const clampLevel = (level: number | undefined): number =>
  level !== undefined && Number.isFinite(level) ? Math.min(Math.max(Math.trunc(level), 1), deepestHeading) : 1
