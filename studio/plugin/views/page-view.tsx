import {Card, Flex, Stack} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {rolePage, toDocument} from 'roleprint'
import {styles} from 'roleprint/theme'
import type {UserViewComponent} from 'sanity/structure'
import {useRoleVersions} from '../content/use-role-versions.ts'
import {Choice} from './choice.tsx'
import {Gaps} from './gaps.tsx'
import {ScaledFrame} from './scaled-frame.tsx'
import {Waiting} from './waiting.tsx'

const widths = {desktop: 1200, phone: 390}
const labels = {desktop: 'Desktop', phone: 'Phone'}

/** The themed page as it will look, with what is being typed. */
export const PageView: UserViewComponent = ({document, documentId, schemaType}) => {
  const role = useRoleVersions(documentId, document)?.draft
  const [device, setDevice] = useState<keyof typeof widths>('desktop')
  const html = useMemo(() => role && toDocument(rolePage(role), {styles, script: null}), [role])
  if (!role || !html) return <Waiting />
  return (
    <Flex direction="column" height="fill" data-testid="roleprint-page">
      <Card padding={3} borderBottom>
        <Stack gap={3}>
          <Choice label="Width" options={labels} value={device} onChange={setDevice} />
          <Gaps role={role} schemaType={schemaType} />
        </Stack>
      </Card>
      <ScaledFrame html={html} width={widths[device]} title={`The page at the width of a ${device}`} />
    </Flex>
  )
}
