import type {StoredDocument} from '../../dataset/stored-document.ts'
import {pictureMessage} from '../../page/role-issues.ts'
import {isShown} from '../../page/sections/author.ts'
import type {Finding} from '../finding.ts'
import {fieldsOf, publishedId} from '../stored.ts'
import {finding, type Subject} from '../subject.ts'

/** A portrait that no page shows. Where its file is known is seen in the document of the file alone. */
export function unshownPicture({role, find}: Pick<Subject, 'role' | 'find'>): Finding[] {
  const person = find(role.author)
  return person ? unshownPortrait(person, find) : []
}

export function unshownPortrait(person: StoredDocument, find: Subject['find']): Finding[] {
  const {url} = fieldsOf(find(fieldsOf(person.image).asset))
  if (typeof url !== 'string' || isShown(url)) return []
  const spot = {documentId: publishedId(person._id), documentType: 'person', path: ['image'], place: 'Portrait'}
  return [finding('unshown-picture', spot, `It ${pictureMessage(url)}.`)]
}
