import {PublishIcon} from '@sanity/icons/Publish'
import {Button, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
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
import {nameOf, otherRoles, UsedItem, UsedList} from './used-list.tsx'
import {useWayToPage, wayToPage} from './way-to-page.tsx'

/** How far a role is from being published: what is wrong with it, and what it uses that was never published. */
function useObstacles({id, type, draft}: DocumentActionProps) {
  const {validation, isValidating} = useValidationStatus(draft?._id ?? id, type, false)
  const found = validation.filter(({level}) => level === 'error')
  const waiting = found.filter(({path}) => waitsFor(draft, path)).length
  return {isValidating, waiting, errors: found.length - waiting}
}

/** A reference to what is not published yet is no error here: that is published too. */
const waitsFor = (role: SanityDocument | null, path: Path): boolean => {
  const value = getValueAtPath(role, path)
  return typeof value === 'object' && value !== null && '_strengthenOnPublish' in value
}

/** The main button: Sanity's own, or, where a role waits for nothing but what it uses, the one that publishes that too. */
export function publishing(publish: DocumentActionComponent): DocumentActionComponent {
  const Publish: DocumentActionComponent = (props) => {
    const {waiting, errors} = useObstacles(props)
    const alone = publish(props)
    const together = usePublishTogether(props)
    const whenPublished = useWayToPage(props)
    if (waiting > 0 && errors === 0) return together
    const onHandle = () => {
      whenPublished()
      alone?.onHandle?.()
    }
    return alone && {...alone, onHandle}
  }
  return Object.assign(Publish, {action: publish.action, displayName: 'Publish'})
}

/** The same by choice, in the menu: with what others have changed in what the role uses. */
export const PublishWithUsed: DocumentActionComponent = (props) => {
  const {waiting, errors} = useObstacles(props)
  const together = usePublishTogether(props)
  return waiting > 0 && errors === 0 ? null : together
}

/** Publishes a role and what it uses, all or none. */
function usePublishTogether(props: DocumentActionProps): DocumentActionDescription {
  const {id, draft, onComplete} = props
  const [isOpen, setOpen] = useState(false)
  const {isValidating, errors} = useObstacles(props)
  const close = () => {
    setOpen(false)
    onComplete()
  }
  return {
    label: 'Publish with everything it uses',
    icon: PublishIcon,
    tone: 'positive',
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

function Confirmation({id, draft, onDone}: {id: string; draft: SanityDocument | null; onDone: () => void}) {
  const client = useClient({apiVersion})
  const toast = useToast()
  const schema = useSchema()
  const [used, setUsed] = useState<UsedDraft[] | null>(null)
  const [ticked, setTicked] = useState<readonly string[]>([])
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

  if (!used) return <Text muted>Reading what the role uses…</Text>
  // What was never published has to be; what is published already is somebody's unfinished work, perhaps.
  const needed = used.filter(({isNew}) => isNew)
  const changed = used.filter(({isNew}) => !isNew)
  const chosen = [...needed, ...changed.filter((one) => ticked.includes(one.id))]
  const ids = [...chosen.map((one) => one.id), ...(draft ? [id] : [])]
  const toggle = (one: string) => setTicked(ticked.includes(one) ? ticked.filter((id) => id !== one) : [...ticked, one])

  const publish = async () => {
    setPublishing(true)
    try {
      await client.action(
        ids.map((publishedId) => ({
          actionType: 'sanity.action.document.publish',
          draftId: draftId(publishedId),
          publishedId,
        })),
      )
      const title = ids.length === 1 ? 'Published.' : `Published ${ids.length} documents.`
      toast.push({status: 'success', title, description: await wayToPage(client, id)})
      onDone()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: 'Nothing was published', description: reason})
      setPublishing(false)
    }
  }

  return (
    <Stack gap={4} data-testid="roleprint-publish-with">
      {used.length === 0 && <Text size={1}>Everything this role uses is published already.</Text>}
      {needed.length > 0 && (
        <UsedList title="Never published, so they are published too:">
          {needed.map((one) => (
            <UsedItem key={one.id} one={one}>
              <Text size={1}>{nameOf(one, schema)}</Text>
            </UsedItem>
          ))}
        </UsedList>
      )}
      {changed.length > 0 && (
        <UsedList title="Changed since they were published. Tick what is ready:">
          {changed.map((one) => (
            <UsedItem key={one.id} one={one} isChosen={ticked.includes(one.id)}>
              <Flex as="label" gap={3} align="flex-start">
                <Checkbox checked={ticked.includes(one.id)} onChange={() => toggle(one.id)} />
                <Stack gap={2}>
                  <Text size={1}>{nameOf(one, schema)}</Text>
                  <Text size={1} muted>
                    {otherRoles(one.roles)}
                  </Text>
                </Stack>
              </Flex>
            </UsedItem>
          ))}
        </UsedList>
      )}
      <Flex justify="flex-end" gap={2}>
        <Button mode="bleed" text="Cancel" onClick={onDone} />
        <Button
          tone="positive"
          text={
            ids.length === 0 ? 'Nothing to publish' : ids.length === 1 ? 'Publish' : `Publish ${ids.length} documents`
          }
          disabled={ids.length === 0 || isPublishing || chosen.some(({errors}) => errors.length > 0)}
          onClick={publish}
        />
      </Flex>
    </Stack>
  )
}
