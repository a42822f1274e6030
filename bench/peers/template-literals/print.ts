export {jobDescriptionMarkdown} from './job-description.ts'
export {jsonLd} from './json-ld.ts'
export {pageHTML} from './page.ts'
