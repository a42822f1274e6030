import {Stack, Text} from '@sanity/ui'
import type {ArrayOfObjectsInputProps} from 'sanity'

const nouns: Record<string, [string, string]> = {
  responsibilities: ['responsibility', 'responsibilities'],
  mustHaveSkills: ['must-have', 'must-haves'],
  niceToHaveSkills: ['nice-to-have', 'nice-to-haves'],
  tools: ['line of tools', 'lines of tools'],
  levels: ['level', 'levels'],
  kpis: ['metric', 'metrics'],
  faqs: ['question', 'questions'],
}

/** A list with the number of its entries, as the key facts will count them. */
export function CountedList(props: ArrayOfObjectsInputProps) {
  const count = props.value?.length ?? 0
  const [one, many] = nouns[props.schemaType.name === 'array' ? (props.path.at(-1) as string) : ''] ?? [
    'entry',
    'entries',
  ]
  return (
    <Stack gap={3}>
      {count > 0 && (
        <Text size={1} muted data-testid="roleprint-count">
          {count} {count === 1 ? one : many}
        </Text>
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}
