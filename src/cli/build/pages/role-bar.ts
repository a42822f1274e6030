import type {Role} from '../../../index.ts'
import {markup} from '../../site/markup.ts'
import {ownLanguage} from './language.ts'
import {siteWordsFor} from './site-words.ts'
import {files} from './tree.ts'

/**
 * Above a role: the way back to all of them, and the job description as a file. The file is saved under the role's own
 * name, since in a folder of downloads `jd.md` says nothing; to read or copy it, the page below is better.
 */
export function roleBar({slug}: Pick<Role, 'slug'>, language: string, list: string): string {
  const words = siteWordsFor(language)
  const own = ownLanguage(words, language)
  const file = (href: string, extension: string, label: string) =>
    markup`<li><a href="${href}" download="${slug}.${extension}">${label}</a></li>`
  return markup`<header class="roles-bar"${own}><a class="roles-back" href="${list}/${files.page}">${words.allRoles}</a><nav class="roles-files" aria-label="${words.download}"><span aria-hidden="true">${words.download}</span><ul>${file(files.markdown, 'md', words.markdown)}${file(files.text, 'txt', words.plainText)}</ul></nav></header>`
    .html
}
