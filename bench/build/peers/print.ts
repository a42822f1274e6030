// What the sites of the generators take from the hand-written peer, so that all say the same words.

export {documentWordsFor} from '../../../src/render/document-words.ts'
export * as derived from '../../peers/derived.ts'
export {escapeHTML} from '../../peers/escape.ts'
export * as formats from '../../peers/format.ts'
export {richTextHTML} from '../../peers/rich-text.ts'
export {jobDescriptionMarkdown} from '../../peers/template-literals/job-description.ts'
export {wordsOf} from '../../peers/words-of.ts'
export {copySources, roleBar, roleDocument, roleHead} from './document.ts'
export {readRoles} from './documents.ts'
export {kpiHTML} from './kpi-html.ts'
export {jobDescriptionText} from './plain-text.ts'
export {siteFiles} from './site.ts'
