import {CopyIcon} from '@sanity/icons/Copy'
import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, type SanityDocument, useClient} from 'sanity'
import {useRouter} from 'sanity/router'
import {draftId} from '../content/document-ids.ts'
import {contentOf} from '../templates.ts'

/** A new role that begins as this one, under a title of its own, each linked from the new one to this. */
export const DuplicateAsVariant: DocumentActionComponent = ({id, draft, published, onComplete}) => {
  const [isOpen, setOpen] = useState(false)
  const role = draft ?? published
  const close = () => {
    setOpen(false)
    onComplete()
  }
  return {
    label: 'Duplicate as variant',
    icon: CopyIcon,
    disabled: !role,
    onHandle: () => setOpen(true),
    dialog: isOpen &&
      role && {
        type: 'dialog',
        header: 'Duplicate as variant',
        onClose: close,
        content: <TitleForm id={id} role={role} isPublished={published !== null} onDone={close} />,
      },
  }
}

interface TitleFormProps {
  id: string
  role: SanityDocument
  isPublished: boolean
  onDone: () => void
}

function TitleForm({id, role, isPublished, onDone}: TitleFormProps) {
  const client = useClient({apiVersion: '2025-02-19'})
  const router = useRouter()
  const toast = useToast()
  const [title, setTitle] = useState(`${typeof role.title === 'string' ? role.title : 'Role'} (variant)`)
  const [isCreating, setCreating] = useState(false)

  const create = async () => {
    setCreating(true)
    const newId = crypto.randomUUID()
    try {
      await client.create(variantOf(role, {_id: draftId(newId), title: title.trim()}, {id, isPublished}))
      onDone()
      router.navigateIntent('edit', {id: newId, type: 'role'})
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: 'The variant was not made', description: reason})
      setCreating(false)
    }
  }

  return (
    <Stack
      as="form"
      gap={4}
      onSubmit={(event) => {
        event.preventDefault()
        create()
      }}
    >
      <Stack gap={3}>
        <Text as="label" size={1} weight="medium" htmlFor="roleprint-variant-title">
          Title of the variant
        </Text>
        <TextInput
          id="roleprint-variant-title"
          value={title}
          onChange={({currentTarget}) => setTitle(currentTarget.value)}
        />
        <Text size={1} muted>
          It uses the same shared responsibilities, skills, tools and KPIs, and links to this role. It needs a slug of
          its own.
        </Text>
      </Stack>
      <Flex justify="flex-end" gap={2}>
        <Button mode="bleed" text="Cancel" onClick={onDone} />
        <Button type="submit" tone="positive" text="Create" disabled={title.trim() === '' || isCreating} />
      </Flex>
    </Stack>
  )
}

/** A reference to what is not published yet is weak until it is. */
const linkTo = ({id, isPublished}: {id: string; isPublished: boolean}) => ({
  _key: crypto.randomUUID().slice(0, 12),
  _type: 'reference',
  _ref: id,
  ...(!isPublished && {_weak: true, _strengthenOnPublish: {type: 'role'}}),
})

function variantOf(
  role: SanityDocument,
  own: {_id: string; title: string},
  original: {id: string; isPublished: boolean},
) {
  const related = Array.isArray(role.relatedRoles) ? role.relatedRoles : []
  return {...contentOf(role), ...own, _type: 'role', relatedRoles: [linkTo(original), ...related]}
}
