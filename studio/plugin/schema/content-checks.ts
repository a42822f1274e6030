import {type Finding, roleFindings} from 'roleprint'
import type {StoredDocument} from 'roleprint/local'
import type {CustomValidator, SanityDocument, ValidationContext} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {neededBy, publishedId} from '../content/document-ids.ts'
import {pathInRole} from './finding-path.ts'

// Every tool, so that one the role names and does not list is known by its name.
const othersQuery = '*[_id in $ids || _type == "tool"]'

/** Each state of a document is checked once, though errors and warnings are asked for apart. */
const checked = new WeakMap<object, Promise<Finding[]>>()

/** The checks of a whole role, with all it refers to, as the command line runs them. */
export const contentChecks =
  (severity: Finding['severity']): CustomValidator<SanityDocument | undefined> =>
  async (role, context) => {
    if (!role?._id) return true
    const findings = await findingsOf(role, context).catch(() => null)
    // Where the lake cannot be asked, the form says so itself; what is typed is not to blame.
    if (!findings) return true
    const own = findings.filter((finding) => finding.severity === severity)
    return (
      own.length === 0 ||
      own.map((finding) => ({message: finding.message, path: pathInRole(finding, role, publishedId(role._id))}))
    )
  }

function findingsOf(role: SanityDocument, context: ValidationContext): Promise<Finding[]> {
  const known = checked.get(role)
  if (known) return known
  const found = check(role, context)
  checked.set(role, found)
  found.catch(() => checked.delete(role))
  return found
}

async function check(role: SanityDocument, {getClient}: ValidationContext): Promise<Finding[]> {
  const client = getClient({apiVersion}).withConfig({perspective: 'drafts'})
  const documents = await client.fetch<StoredDocument[]>(othersQuery, {ids: neededBy([role])})
  return roleFindings({...role, _id: publishedId(role._id)}, documents)
}
