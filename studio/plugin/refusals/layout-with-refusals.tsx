import {Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect} from 'react'
import type {LayoutProps} from 'sanity'
import {refusals} from './refusals.ts'

// Until somebody has read it.
const duration = 24 * 60 * 60 * 1000

/** The Studio, which says so where the lake has refused what was typed. */
export function LayoutWithRefusals(props: LayoutProps) {
  const toast = useToast()
  useEffect(
    () =>
      refusals.follow((sentence) =>
        toast.push({
          ...{id: 'roleprint-refused', status: 'error', closable: true, duration},
          title: 'Your last change was not saved',
          description: (
            <Stack gap={3}>
              <Text size={1}>{sentence}</Text>
              <Text size={1}>Copy what you need, reload this page, and type it again in smaller parts.</Text>
            </Stack>
          ),
        }),
      ),
    [toast],
  )
  return props.renderDefault(props)
}
