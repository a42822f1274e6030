import {Card, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {Schema} from 'sanity'
import type {UsedDraft} from './used-drafts.ts'

/** Documents that may be published with a role, under what they have in common. */
export function UsedList({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      <Stack as="ul" gap={3} style={{margin: 0, paddingLeft: 0, listStyle: 'none'}}>
        {children}
      </Stack>
    </Stack>
  )
}

/** One of them, with what keeps it from being published. */
export function UsedItem({one, isChosen = true, children}: {one: UsedDraft; isChosen?: boolean; children: ReactNode}) {
  return (
    <Stack as="li" gap={2}>
      {children}
      {isChosen &&
        one.errors.map((error) => (
          <Card key={error} tone="critical" padding={2} radius={2}>
            <Text size={1}>{error}</Text>
          </Card>
        ))}
    </Stack>
  )
}

export const nameOf = ({type, name}: UsedDraft, schema: Schema): string => `${schema.get(type)?.title ?? type}: ${name}`

const shownRoles = 4

/** What publishing a shared document changes besides the role at hand. */
export function otherRoles(titles: readonly string[]): string {
  if (titles.length === 0) return 'No other role uses it.'
  const more = titles.length - shownRoles
  const names = [...titles.slice(0, shownRoles), ...(more > 0 ? [`${more} more`] : [])]
  return `Changes ${titles.length === 1 ? '1 other role' : `${titles.length} other roles`}: ${names.join(', ')}.`
}
