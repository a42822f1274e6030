import {Card, Flex, Spinner, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

/** Shown until a role is read. */
export const Waiting = () => (
  <Flex align="center" justify="center" padding={5}>
    <Spinner muted />
  </Flex>
)

/** Said where there is nothing to show. */
export const Note = ({children}: {children: ReactNode}) => (
  <Card padding={4} radius={2} tone="transparent" border>
    <Text size={1} muted>
      {children}
    </Text>
  </Card>
)
