import {type RefObject, useEffect, useRef} from 'react'
import {type ObjectInputProps, useEditState} from 'sanity'
import {publishedId} from '../content/document-ids.ts'

/** Milliseconds between looks, and how often: a Studio makes its form anew while it finds out that a document is new. */
const between = 150
const mostLooks = 60
/** How often the field has to be found in focus before it is left alone. */
const enough = 4

/** The form of a document. One that is new begins in its first field: what is typed goes there, not to a button. */
export function FocusFirst(props: ObjectInputProps) {
  const form = useRef<HTMLDivElement>(null)
  const id = (props.value as {_id?: string} | undefined)?._id
  return (
    <div ref={form}>
      {id !== undefined && <FocusWhereNew id={publishedId(id)} type={props.schemaType.name} form={form} />}
      {props.renderDefault(props)}
    </div>
  )
}

interface FocusWhereNewProps {
  id: string
  type: string
  form: RefObject<HTMLElement | null>
}

/** Nothing of a new document is stored. Of one that is still being read it cannot be told, so it is waited for. */
function FocusWhereNew({id, type, form}: FocusWhereNewProps) {
  const {ready, draft, published} = useEditState(id, type)
  const isNew = ready && !draft && !published

  useEffect(() => {
    if (!isNew) return
    let [looks, seen] = [0, 0]
    const timer = setInterval(() => {
      looks += 1
      const first = form.current?.querySelector<HTMLElement>(writable)
      const {activeElement} = document
      if (first && first === activeElement) seen += 1
      // Who is at work elsewhere, in another field or on a page beside the form, is left there.
      else if (activeElement?.matches(elsewhere)) seen = enough
      else first?.focus()
      if (seen >= enough || looks >= mostLooks) clearInterval(timer)
    }, between)
    return () => clearInterval(timer)
  }, [form, isNew])

  return null
}

const writable = 'input:not([disabled], [readonly]), textarea:not([disabled], [readonly]), [contenteditable="true"]'
const elsewhere = `iframe, ${writable}`
