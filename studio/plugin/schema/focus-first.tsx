import {useEffect, useRef} from 'react'
import type {ObjectInputProps} from 'sanity'

/** The form of a document. One that is new begins in its first field: what is typed goes there, not to a button. */
export function FocusFirst(props: ObjectInputProps) {
  const {value, onPathFocus, members, readOnly} = props
  const isNew = useRef(!(value as {_createdAt?: string} | undefined)?._createdAt)
  const first = members.find((member) => member.kind === 'field')?.name

  useEffect(() => {
    if (!isNew.current || readOnly || first === undefined) return
    isNew.current = false
    onPathFocus([first])
  }, [first, onPathFocus, readOnly])

  return props.renderDefault(props)
}
