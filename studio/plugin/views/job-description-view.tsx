import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CopyIcon} from '@sanity/icons/Copy'
import {Box, Button, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {jobDescription, type LevelName, levels, type RoleDraft, toHTML, toMarkdown, toPlainText} from 'roleprint'
import type {UserViewComponent} from 'sanity/structure'
import {useRoleVersions} from '../content/use-role-versions.ts'
import {Choice} from './choice.tsx'
import {type Copied, copiedMessage, copy, notCopiedMessage} from './copy.ts'
import {Gaps} from './gaps.tsx'
import {measures} from './measures.ts'
import {Waiting} from './waiting.tsx'

const formats = {text: toPlainText, markdown: toMarkdown, html: toHTML}
const labels = {text: 'Plain text', markdown: 'Markdown', html: 'HTML'}

/** The job description as it will be copied, with what is being typed. */
export const JobDescriptionView: UserViewComponent = ({document, documentId, schemaType}) => {
  const role = useRoleVersions(documentId, document)?.draft
  const [format, setFormat] = useState<keyof typeof formats>('text')
  const [wanted, setLevel] = useState<LevelName | undefined>()
  if (!role) return <Waiting />

  // A level may be gone by the next key that is pressed.
  const described = levelsOf(role)
  const level = described.find((name) => name === wanted)
  const page = jobDescription(role, {level})
  const text = formats[format](page)
  const plain = format === 'markdown' ? text : toPlainText(page)
  return (
    <Stack padding={4} gap={4} data-testid="roleprint-job-description">
      <Flex gap={3} align="center" wrap="wrap">
        <Choice label="Format" options={labels} value={format} onChange={setFormat} />
        {described.length > 0 && (
          <Box style={{width: '9rem'}}>
            <Select
              aria-label="Level"
              fontSize={1}
              padding={2}
              value={level ?? ''}
              onChange={({currentTarget}) => setLevel((currentTarget.value || undefined) as LevelName | undefined)}
            >
              <option value="">All levels</option>
              {described.map((name) => (
                <option key={name} value={name}>
                  {levels[name]}
                </option>
              ))}
            </Select>
          </Box>
        )}
        <CopyButton html={toHTML(page)} text={plain} />
        <Text size={1} muted data-testid="roleprint-measures">
          {measures(toPlainText(page), page.language)}
        </Text>
      </Flex>
      <Gaps role={role} schemaType={schemaType} />
      <Card padding={4} radius={2} border tabIndex={0} role="region" aria-label={labels[format]}>
        <Box as="pre" data-testid="roleprint-text" style={written}>
          {text}
        </Box>
      </Card>
    </Stack>
  )
}

const written = {
  font: '13px/1.55 ui-monospace, SFMono-Regular, Menlo, monospace',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  margin: 0,
} as const

const levelsOf = (role: RoleDraft): LevelName[] => [...new Set((role.levels ?? []).flatMap(({level}) => level ?? []))]

function CopyButton(content: Copied) {
  const toast = useToast()
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === content.html + content.text
  return (
    <Button
      icon={isCopied ? CheckmarkIcon : CopyIcon}
      text={isCopied ? 'Copied' : 'Copy'}
      tone="primary"
      fontSize={1}
      padding={2}
      onClick={() =>
        copy(content).then(
          () => {
            setCopied(content.html + content.text)
            toast.push({status: 'success', title: copiedMessage})
          },
          () => toast.push({status: 'error', title: notCopiedMessage}),
        )
      }
    />
  )
}
