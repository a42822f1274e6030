import {useEffect, useRef} from 'react'
import type {ObjectInputProps} from 'sanity'

/** Milliseconds between looks, and how often: a Studio makes its form anew while it finds out that a document is new. */
const between = 150
const mostLooks = 60
/** How often the field has to be found in focus before it is left alone. */
const enough = 4

/** The form of a document. One that is new begins in its first field: what is typed goes there, not to a button. */
export function FocusFirst(props: ObjectInputProps) {
  const form = useRef<HTMLDivElement>(null)
  const isNew = useRef(!(props.value as {_createdAt?: string} | undefined)?._createdAt)

  useEffect(() => {
    if (!isNew.current) return
    let [looks, seen] = [0, 0]
    const timer = setInterval(() => {
      looks += 1
      const first = form.current?.querySelector<HTMLElement>(writable)
      const {activeElement} = document
      if (first && first === activeElement) seen += 1
      // Who has begun to write elsewhere is left there.
      else if (activeElement?.matches(writable)) seen = enough
      else first?.focus()
      if (seen >= enough || looks >= mostLooks) clearInterval(timer)
    }, between)
    return () => clearInterval(timer)
  }, [])

  return <div ref={form}>{props.renderDefault(props)}</div>
}

const writable = 'input:not([disabled], [readonly]), textarea:not([disabled], [readonly]), [contenteditable="true"]'
