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

/** One sentence for a field: what leads nowhere says more than that nothing is there. */
function gapsOf(role: RoleDraft, schemaType: SchemaType): string[] {
  const gaps = new Map<string, string>()
  for (const {path, code, message} of roleIssues(role)) {
    // What the lake writes by itself is not for an editor to mend.
    if (path.startsWith('_')) continue
    const title = fieldTitle(schemaType, path)
    if (code !== 'missing' || !gaps.has(title)) gaps.set(title, sentence(code, message))
  }
  return [...gaps].map(([title, what]) => `${title}: ${what}`)
}

function sentence(code: string, message: string): string {
  if (code === 'missing') return 'not filled in yet.'
  if (code === 'dangling-reference')
    return 'an entry leads to nothing yet. Choose a document, or give the new one its words.'
  return `${message}.`
}
