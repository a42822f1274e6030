import {CopyIcon} from '@sanity/icons/Copy'
import {useToast} from '@sanity/ui/toast'
import {jobDescription, roleById, type Source, toHTML, toPlainText} from 'roleprint'
import {type DocumentActionComponent, useClient} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {type Copied, copiedMessage, copy, notCopiedMessage} from '../views/copy.ts'

/** Copies the job description from the menu, without opening its view. */
export const CopyJobDescription: DocumentActionComponent = ({id, onComplete}) => {
  const client = useClient({apiVersion})
  const toast = useToast()
  return {
    label: 'Copy job description',
    icon: CopyIcon,
    onHandle: () => {
      copy(printed(client, id)).then(
        () => toast.push({status: 'success', title: copiedMessage}),
        () => toast.push({status: 'error', title: notCopiedMessage}),
      )
      onComplete()
    },
  }
}

async function printed(client: Source, id: string): Promise<Copied> {
  const {query, params, parseDraft} = roleById(id)
  const role = parseDraft(await client.fetch(query, params, {perspective: 'drafts'}))
  if (!role) throw new Error('The role is not there any more.')
  const page = jobDescription(role)
  return {html: toHTML(page), text: toPlainText(page)}
}
