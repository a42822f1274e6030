import type {Page} from '../page/page-type.ts'
import type {Block, Section, SectionName} from '../page/section.ts'
import type {BlockTable} from './block-table.ts'

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

/** What a component prints its inner parts with. Everything it gives back is HTML; `escape` whatever else you add. */
export interface HTMLPrinter {
  section(section: Section): string
  blocks(blocks: readonly Block[]): string
  /** A heading: depth 0 is the page's, 1 a section's, 2 a part of a section. */
  heading(depth: number, text: string): string
  /** ` class="…"` for a place that has been given one. */
  class(part: HTMLPart): string
  /**
   * ` lang="…" dir="…"`, where a page has two languages: around what is written in the role's, on words of the other one,
   * and ` dir="auto"` on a text that may be of either. Nothing where there is one.
   */
  languages: {role: string; words: string; either: string}
  id(name: string): string
  escape(text: string): string
}

/** How each part of a page is printed. */
export interface HTMLComponents {
  page(page: Page, print: HTMLPrinter): string
  section(section: Section, print: HTMLPrinter): string
  sections: Partial<Record<SectionName, HTMLComponents['section']>>
  blocks: BlockTable<HTMLPrinter>
}
