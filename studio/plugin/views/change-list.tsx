import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import type {Cause, Change, RoleDiff, SectionDiff} from 'roleprint'
import {IntentLink} from 'sanity/router'

const kinds = {
  added: {label: 'Added', tone: 'positive'},
  removed: {label: 'Removed', tone: 'critical'},
  changed: {label: 'Changed', tone: 'caution'},
  moved: {label: 'Moved', tone: 'default'},
} as const

interface ChangeListProps {
  diff: RoleDiff
  /** The document the list stands beside: it is not named as the cause of each change. */
  self: string
}

/** What will be printed otherwise, by section and bullet. */
export const ChangeList = ({diff, self}: ChangeListProps) => (
  <Stack gap={5}>
    {diff.sections.map((section) => (
      <SectionChanges key={`${section.name} ${section.prints}`} section={section} self={self} />
    ))}
  </Stack>
)

const SectionChanges = ({section, self}: {section: SectionDiff; self: string}) => (
  <Stack gap={3}>
    <Flex gap={2} align="center" wrap="wrap">
      <Text as="h3" size={1} weight="semibold">
        {section.heading}
      </Text>
      <Text size={0} muted>
        {printsOf(section)}
      </Text>
    </Flex>
    <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {section.changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes may be alike, and they keep their order.
        <ChangeItem key={index} change={change} self={self} />
      ))}
    </Stack>
  </Stack>
)

const printsOf = ({prints}: SectionDiff): string => {
  if (prints.length > 1) return 'on the page and in the job description'
  return prints[0] === 'jobDescription' ? 'in the job description' : 'on the page'
}

function ChangeItem({change, self}: {change: Change; self: string}) {
  const {label, tone} = kinds[change.kind]
  return (
    <Card as="li" padding={3} radius={2} border data-testid="roleprint-change" data-kind={change.kind}>
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          <Badge tone={tone} fontSize={0}>
            {label}
          </Badge>
          <CausesOf change={change} self={self} />
        </Flex>
        <Text size={1}>
          <Words change={change} />
        </Text>
      </Stack>
    </Card>
  )
}

/** With more marks than these in a line, the whole line before and after is easier to read. */
const mostMarks = 6

function Words({change: {kind, before, after, words}}: {change: Change}) {
  if (kind === 'added') return <ins style={styles.added}>{after}</ins>
  if (kind === 'removed') return <del style={styles.removed}>{before}</del>
  if (!words) return <span>{after ?? before}</span>
  if (words.filter(({kind}) => kind !== 'same').length > mostMarks)
    return (
      <>
        <del style={styles.removed}>{before}</del> <ins style={styles.added}>{after}</ins>
      </>
    )
  return words.map(({text, kind: mark}, index) => {
    const Mark = marks[mark]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one line have no other name than their place.
      <Mark key={index} style={styles[mark]}>
        {text}
      </Mark>
    )
  })
}

const marks = {same: 'span', added: 'ins', removed: 'del'} as const

// Shown by line and by shade, so that nobody has to tell colours apart.
const styles = {
  same: undefined,
  added: {background: 'var(--card-badge-positive-bg-color)', textDecoration: 'underline'},
  removed: {background: 'var(--card-badge-critical-bg-color)', textDecoration: 'line-through'},
}

/** Which shared documents the change comes from, with the way to each. */
function CausesOf({change: {cause, furtherCauses}, self}: {change: Change; self: string}) {
  const others = [...(cause ? [cause] : []), ...furtherCauses].filter(({documentId}) => documentId !== self)
  return others.map(({documentId, documentType, name}) => (
    <Text key={documentId} size={1} muted>
      because of the {typeNames[documentType]}{' '}
      <IntentLink intent="edit" params={{id: documentId, type: documentType}}>
        {name}
      </IntentLink>
    </Text>
  ))
}

const typeNames: Record<Cause['documentType'], string> = {
  role: 'role',
  responsibility: 'responsibility',
  skill: 'skill',
  tool: 'tool',
  kpi: 'KPI',
  person: 'person',
  siteSettings: 'settings',
}
