import {type Finding, roleFindings} from 'roleprint'
import type {StoredDocument} from 'roleprint/local'
import type {CustomValidator, Path, SanityDocument, ValidationContext} from 'sanity'
import {neededBy, publishedId} from '../content/document-ids.ts'

const apiVersion = '2025-02-19'

/** Each state of a document is checked once, though errors and warnings are asked for apart. */
const checked = new WeakMap<object, Promise<Finding[]>>()

/** The checks of a whole role, with all it refers to, as the command line runs them. */
export const contentChecks =
  (severity: Finding['severity']): CustomValidator<SanityDocument | undefined> =>
  async (role, context) => {
    if (!role?._id) return true
    const findings = await findingsOf(role, context)
    const own = findings.filter((finding) => finding.severity === severity)
    return own.length === 0 || own.map(({message, path}) => ({message, path: path as Path}))
  }

function findingsOf(role: SanityDocument, context: ValidationContext): Promise<Finding[]> {
  const known = checked.get(role)
  if (known) return known
  const found = check(role, context)
  checked.set(role, found)
  return found
}

async function check(role: SanityDocument, {getClient}: ValidationContext): Promise<Finding[]> {
  const client = getClient({apiVersion}).withConfig({perspective: 'drafts'})
  const documents = await client.fetch<StoredDocument[]>('*[_id in $ids]', {ids: neededBy([role])})
  return roleFindings({...role, _id: publishedId(role._id)}, documents)
}
