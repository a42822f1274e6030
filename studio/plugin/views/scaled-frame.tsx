import {Box} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'

interface ScaledFrameProps {
  html: string
  /** The width the page is laid out for, in CSS pixels. It is made smaller where there is less room, never larger. */
  width: number
  title: string
}

/** A page of its own, in which nothing runs. It is written into, not loaded anew, so that it keeps its place. */
export function ScaledFrame({html, width, title}: ScaledFrameProps) {
  const [room, setRoom] = useState<HTMLElement | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const size = useSize(room)
  const scale = size ? Math.min(1, size.width / width) : 1

  useEffect(() => {
    const page = frame.current?.contentDocument
    if (!page) return
    const {scrollX, scrollY} = page.defaultView ?? {scrollX: 0, scrollY: 0}
    page.open()
    page.write(html)
    page.close()
    // The page is looked at, not travelled: a link would lead the frame away for good. Those within the page work.
    page.addEventListener('click', (event) => {
      const link = (event.target as Element | null)?.closest?.('a')
      if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault()
    })
    page.defaultView?.scrollTo(scrollX, scrollY)
  }, [html])

  return (
    <Box flex={1} overflow="hidden" ref={setRoom} style={{position: 'relative', minHeight: 200}}>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        style={{
          position: 'absolute',
          left: Math.max(0, ((size?.width ?? width) - width * scale) / 2),
          width,
          maxWidth: 'none',
          height: (size?.height ?? 600) / scale,
          border: 0,
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
          background: 'Canvas',
        }}
      />
    </Box>
  )
}

function useSize(element: Element | null): {width: number; height: number} | null {
  const [size, setSize] = useState<{width: number; height: number} | null>(null)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setSize(entry.contentRect))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}
