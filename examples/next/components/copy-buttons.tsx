'use client'

import {useEffect} from 'react'

/** Brings the script of the theme, which shows the copy buttons of a role and answers them, also after a change of the page. */
export function CopyButtons() {
  useEffect(() => {
    import('roleprint/roleprint.js').then(() => document.dispatchEvent(new Event('roleprint:replaced')))
  }, [])
  return null
}
