import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import {type Impact, useImpact} from '../content/use-impact.ts'
import {ChangeList} from './change-list.tsx'
import {Note, Waiting} from './waiting.tsx'

/** Every role that uses a shared document, and what publishing it will change in each. */
export const UsedByView: UserViewComponent = ({document, documentId, schemaType}) => {
  const impact = useImpact(documentId, document, schemaType.name)
  if (!impact) return <Waiting />
  const changed = impact.filter(({isPublished, diff}) => isPublished && diff.sections.length > 0).length
  return (
    <Stack padding={4} gap={4} data-testid="roleprint-used-by">
      {impact.length === 0 ? (
        <Note>No role uses this yet.</Note>
      ) : (
        <>
          <Text size={1} muted>
            Used by {impact.length === 1 ? '1 role' : `${impact.length} roles`}.{' '}
            {changed === 0
              ? 'Publishing this changes nothing that is printed now.'
              : `Publishing this changes what ${changed === 1 ? '1 role prints' : `${changed} roles print`}.`}
          </Text>
          {impact.map((role) => (
            <RoleImpact key={role.id} role={role} self={documentId} />
          ))}
        </>
      )}
    </Stack>
  )
}

const RoleImpact = ({role: {id, title, isPublished, diff}, self}: {role: Impact; self: string}) => (
  <Card padding={3} radius={2} border data-testid="roleprint-impact" data-role={id}>
    <Stack gap={4}>
      <Flex gap={2} align="center" wrap="wrap">
        <Text as="h2" size={1} weight="semibold">
          <IntentLink intent="edit" params={{id, type: 'role'}}>
            {title ?? 'No title yet'}
          </IntentLink>
        </Text>
        {!isPublished && (
          <Badge fontSize={0} tone="caution">
            Draft
          </Badge>
        )}
        {diff.sections.length === 0 && (
          <Text size={1} muted>
            prints the same as before
          </Text>
        )}
      </Flex>
      {diff.sections.length > 0 && <ChangeList diff={diff} self={self} />}
    </Stack>
  </Card>
)
