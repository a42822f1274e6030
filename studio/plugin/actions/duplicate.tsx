import {AddDocumentIcon} from '@sanity/icons/AddDocument'
import {useState} from 'react'
import type {DocumentActionComponent, SanityDocument} from 'sanity'
import {NewRoleForm} from './new-role-form.tsx'

const note =
  'It uses the same shared responsibilities, skills, tools and KPIs, and links to this role. What is shared stays shared.'

/** A new role that begins as this one, with a title and an address of its own. In place of Sanity's, which keeps the address. */
export const Duplicate: DocumentActionComponent = ({id, draft, published, onComplete}) => {
  const [isOpen, setOpen] = useState(false)
  const role = draft ?? published
  const close = () => {
    setOpen(false)
    onComplete()
  }
  return {
    label: 'Duplicate',
    icon: AddDocumentIcon,
    disabled: !role,
    onHandle: () => setOpen(true),
    dialog: isOpen &&
      role && {
        type: 'dialog',
        header: 'Duplicate',
        onClose: close,
        content: (
          <NewRoleForm
            role={role}
            title={`${typeof role.title === 'string' ? role.title : 'Role'} (copy)`}
            note={note}
            own={{relatedRoles: [linkTo(id, published !== null), ...relatedTo(role)]}}
            onCancel={close}
            onCreated={close}
          />
        ),
      },
  }
}

const relatedTo = ({relatedRoles}: SanityDocument): unknown[] => (Array.isArray(relatedRoles) ? relatedRoles : [])

/** A reference to what is not published yet is weak until it is. */
const linkTo = (id: string, isPublished: boolean) => ({
  _key: crypto.randomUUID().slice(0, 12),
  _type: 'reference',
  _ref: id,
  ...(!isPublished && {_weak: true, _strengthenOnPublish: {type: 'role'}}),
})

Duplicate.action = 'duplicate'
Duplicate.displayName = 'Duplicate'
