import {PublishIcon} from '@sanity/icons/Publish'
import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useState} from 'react'
import {
  type DocumentActionComponent,
  getValueAtPath,
  type Path,
  type SanityDocument,
  useClient,
  useSchema,
  useValidationStatus,
} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {draftId} from '../content/document-ids.ts'
import {type UsedDraft, usedDraftsOf} from './used-drafts.ts'

/** Publishes a role and the unpublished documents it uses, all or none. */
export const PublishWithUsed: DocumentActionComponent = ({id, type, draft, onComplete}) => {
  const [isOpen, setOpen] = useState(false)
  const {validation, isValidating} = useValidationStatus(draft?._id ?? id, type, false)
  const errors = validation.filter(({level, path}) => level === 'error' && !waitsFor(draft, path)).length
  const close = () => {
    setOpen(false)
    onComplete()
  }
  return {
    label: 'Publish with everything it uses',
    icon: PublishIcon,
    disabled: isValidating || errors > 0,
    title: errors > 0 ? 'Mend the errors first: the list of them is beside the form.' : undefined,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: 'Publish with everything it uses',
      onClose: close,
      content: <Confirmation id={id} draft={draft} onDone={close} />,
    },
  }
}

/** A reference to what is not published yet is no error here: that is published too. */
const waitsFor = (role: SanityDocument | null, path: Path): boolean => {
  const value = getValueAtPath(role, path)
  return typeof value === 'object' && value !== null && '_strengthenOnPublish' in value
}

function Confirmation({id, draft, onDone}: {id: string; draft: SanityDocument | null; onDone: () => void}) {
  const client = useClient({apiVersion})
  const toast = useToast()
  const schema = useSchema()
  const [used, setUsed] = useState<UsedDraft[] | null>(null)
  const [isPublishing, setPublishing] = useState(false)

  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const role = draft ?? (await client.getDocument<SanityDocument>(id))
      return role ? usedDraftsOf(role, client) : []
    }
    read().then(
      (found) => isCurrent && setUsed(found),
      () => toast.push({status: 'error', title: 'What the role uses could not be read. Close this and try again.'}),
    )
    return () => {
      isCurrent = false
    }
  }, [client, draft, id, toast])

  const publish = async () => {
    setPublishing(true)
    const ids = [...(used ?? []).map((one) => one.id), ...(draft ? [id] : [])]
    try {
      await client.action(
        ids.map((publishedId) => ({
          actionType: 'sanity.action.document.publish',
          draftId: draftId(publishedId),
          publishedId,
        })),
      )
      toast.push({status: 'success', title: ids.length === 1 ? 'Published.' : `Published ${ids.length} documents.`})
      onDone()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: 'Nothing was published', description: reason})
      setPublishing(false)
    }
  }

  if (!used) return <Text muted>Reading what the role uses…</Text>
  const count = used.length + (draft ? 1 : 0)
  return (
    <Stack gap={4} data-testid="roleprint-publish-with">
      <Text size={1}>
        {used.length === 0
          ? 'Everything this role uses is published already.'
          : 'These are published too. What they change in other roles, “Used by” shows on each:'}
      </Text>
      {used.length > 0 && (
        <Stack as="ul" gap={3} style={{margin: 0, paddingLeft: 0, listStyle: 'none'}}>
          {used.map((one) => (
            <Stack as="li" key={one.id} gap={2}>
              <Flex gap={2} align="center">
                <Badge fontSize={0} tone={one.isNew ? 'positive' : 'caution'}>
                  {one.isNew ? 'New' : 'Changed'}
                </Badge>
                <Text size={1}>
                  {schema.get(one.type)?.title ?? one.type}: {one.name}
                </Text>
              </Flex>
              {one.errors.map((error) => (
                <Card key={error} tone="critical" padding={2} radius={2}>
                  <Text size={1}>{error}</Text>
                </Card>
              ))}
            </Stack>
          ))}
        </Stack>
      )}
      <Flex justify="flex-end" gap={2}>
        <Button mode="bleed" text="Cancel" onClick={onDone} />
        <Button
          tone="positive"
          text={count === 0 ? 'Nothing to publish' : count === 1 ? 'Publish' : `Publish ${count} documents`}
          disabled={count === 0 || isPublishing || used.some(({errors}) => errors.length > 0)}
          onClick={publish}
        />
      </Flex>
    </Stack>
  )
}
