import {Card, Stack, Text} from '@sanity/ui'
import {type ComponentProps, useMemo} from 'react'
import {diffRole} from 'roleprint'
import type {UserViewComponent} from 'sanity/structure'
import {useRoleVersions} from '../content/use-role-versions.ts'
import {ChangeList} from './change-list.tsx'
import {Note, Waiting} from './waiting.tsx'

/** Publishing is about the draft, also while the published document is looked at. */
const toPublish = ({draft, displayed, published}: ViewedDocument) =>
  draft && displayed._id === published?._id ? draft : displayed

type ViewedDocument = ComponentProps<UserViewComponent>['document']

/** What publishing will change in the printed page and job description, and which document causes it. */
export const ChangesView: UserViewComponent = ({document, documentId}) => {
  const versions = useRoleVersions(documentId, {...document, displayed: toPublish(document)})
  const diff = useMemo(() => versions && diffRole(versions.published, versions.draft), [versions])
  if (!versions || !diff) return <Waiting />
  if (!document.draft && !document.published) return <Note>There is nothing to publish yet.</Note>
  const count = diff.sections.flatMap(({changes}) => changes).length
  return (
    <Stack padding={4} gap={4} data-testid="roleprint-changes">
      {versions.published === null && (
        <Card tone="primary" padding={3} radius={2} border>
          <Text size={1}>This role is not published yet, so all of it is new.</Text>
        </Card>
      )}
      {count === 0 ? (
        <Note>Nothing that is printed will change.</Note>
      ) : (
        <>
          <Text size={1} muted>
            {count === 1 ? 'One thing changes' : `${count} things change`} in print once all of this is published. A
            change because of a shared document comes when that one is published.
          </Text>
          <ChangeList diff={diff} self={documentId} />
        </>
      )}
    </Stack>
  )
}
