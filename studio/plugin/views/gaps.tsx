import {Card, Stack, Text} from '@sanity/ui'
import {type RoleDraft, roleIssues} from 'roleprint'
import type {SchemaType} from 'sanity'
import {fieldTitle} from './field-title.ts'

/** What the role still lacks, by the names of its fields. Nothing where nothing is missing. */
export function Gaps({role, schemaType}: {role: RoleDraft; schemaType: SchemaType}) {
  const gaps = gapsOf(role, schemaType)
  if (gaps.length === 0) return null
  return (
    <Card tone="caution" padding={3} radius={2} border data-testid="roleprint-gaps">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {gaps.length === 1 ? 'One thing is missing' : `${gaps.length} things are missing`}
        </Text>
        <Stack as="ul" gap={2} style={{margin: 0, paddingLeft: '1.2em'}}>
          {gaps.map((gap) => (
            <Text as="li" size={1} key={gap} style={{display: 'list-item'}}>
              {gap}
            </Text>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

// Every draft lacks these at first, and the form says the same of its own fields.
const gapsOf = (role: RoleDraft, schemaType: SchemaType): string[] => [
  ...new Set(roleIssues(role).map(({path, code, message}) => sentence(fieldTitle(schemaType, path), code, message))),
]

const sentence = (title: string, code: string, message: string): string =>
  code === 'missing' ? `${title}: nothing is written here yet.` : `${title}: ${message}.`
