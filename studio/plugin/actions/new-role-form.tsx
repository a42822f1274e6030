import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type SanityDocument, useClient} from 'sanity'
import {useRouter} from 'sanity/router'
import {apiVersion} from '../content/api-version.ts'
import {createRole} from './create-role.ts'

interface NewRoleFormProps {
  /** The role the new one begins as. */
  role: SanityDocument
  /** What the title is proposed to be. */
  title: string
  note: string
  /** Fields of its own, over what it takes from the other. */
  own?: Record<string, unknown>
  onCancel?: () => void
  onCreated?: () => void
}

/** Asks for a title, makes the role, and opens it. */
export function NewRoleForm({role, title: proposed, note, own = {}, onCancel, onCreated}: NewRoleFormProps) {
  const client = useClient({apiVersion})
  const router = useRouter()
  const toast = useToast()
  const [title, setTitle] = useState(proposed)
  const [isCreating, setCreating] = useState(false)

  const create = async () => {
    setCreating(true)
    try {
      const id = await createRole(client, role, {...own, title: title.trim()})
      onCreated?.()
      router.navigateIntent('edit', {id, type: 'role'})
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: 'The role was not made', description: reason})
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
        <Text as="label" size={1} weight="medium" htmlFor="roleprint-new-title">
          Title of the new role
        </Text>
        <TextInput
          id="roleprint-new-title"
          value={title}
          onChange={({currentTarget}) => setTitle(currentTarget.value)}
        />
        <Text size={1} muted>
          {note}
        </Text>
      </Stack>
      <Flex justify="flex-end" gap={2}>
        {onCancel && <Button mode="bleed" text="Cancel" onClick={onCancel} />}
        <Button type="submit" tone="positive" text="Create" disabled={title.trim() === '' || isCreating} />
      </Flex>
    </Stack>
  )
}
