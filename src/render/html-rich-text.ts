import {toHTML} from '@portabletext/to-html'
import type {Prose, ProseLink} from '../page/prose.ts'
import {attribute} from './html-attributes.ts'
import {escapeHTML} from './html-escape.ts'

/** Rich text as `p ul ol li strong em a br`. */
export const richTextHTML = (content: Prose): string =>
  toHTML(content, {
    components: {
      escapeHTML,
      hardBreak: () => '<br>',
      marks: {
        link: ({children, value}) => `<a${attribute('href', (value as ProseLink).href)}>${children}</a>`,
      },
    },
  })
