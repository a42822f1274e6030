import {Box} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {type SanityDocument, useClient} from 'sanity'
import type {UserComponent} from 'sanity/structure'
import {NewRoleForm} from '../actions/new-role-form.tsx'
import {apiVersion} from '../content/api-version.ts'
import {Note, Waiting} from '../views/waiting.tsx'

/** A new role that begins as a copy of the one that was chosen. */
export const StartFromRole: UserComponent = ({options}) => {
  const client = useClient({apiVersion})
  const roleId = String((options as {roleId?: unknown} | undefined)?.roleId)
  const [role, setRole] = useState<SanityDocument | null | undefined>()

  useEffect(() => {
    let isCurrent = true
    client
      .fetch<SanityDocument | null>('*[_type == "role" && _id == $roleId][0]', {roleId}, {perspective: 'drafts'})
      .then(
        (found) => isCurrent && setRole(found),
        () => isCurrent && setRole(null),
      )
    return () => {
      isCurrent = false
    }
  }, [client, roleId])

  if (role === undefined) return <Waiting />
  return (
    <Box padding={4}>
      {role === null ? (
        <Note>This role cannot be read. Choose another one.</Note>
      ) : (
        <NewRoleForm
          key={roleId}
          role={role}
          title={`${typeof role.title === 'string' ? role.title : 'Role'} (copy)`}
          note="It begins with everything this role says, and uses the same shared documents."
        />
      )}
    </Box>
  )
}
