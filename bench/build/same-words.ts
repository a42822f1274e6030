import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {htmlText} from '../html-text.ts'

const looked = 20

/**
 * Where a site does not say what ours says: for some roles, the words a reader of the page sees, and both job
 * descriptions to the letter. Gives the first files that differ.
 */
export function filesThatDiffer(ours: string, theirs: string): string[] {
  const slugs = readdirSync(join(ours, 'roles'), {withFileTypes: true}).filter((entry) => entry.isDirectory())
  const step = Math.max(1, Math.floor(slugs.length / looked))
  return slugs
    .filter((_, index) => index % step === 0)
    .flatMap(({name}) => ['index.html', 'jd.md', 'jd.txt'].map((file) => join('roles', name, file)))
    .filter((path) => said(join(ours, path)) !== said(join(theirs, path)))
}

function said(path: string): string {
  const text = readFileSync(path, 'utf8')
  return path.endsWith('.html') ? wordsOf(text) : text
}

// What stands before and after is the frame of the site, where each has its own way.
const wordsOf = (html: string): string =>
  htmlText(html.slice(html.indexOf('<main'), html.lastIndexOf('</main>')))
    .filter((part) => !/^<\/?[a-z]/.test(part))
    .join(' ')
