import type {Metadata} from 'next'
import type {ReactNode} from 'react'
import 'roleprint/roleprint.css'
import './site.css'

export const metadata: Metadata = {title: 'Roles'}

export default function Layout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <body className="roleprint roleprint-document">{children}</body>
    </html>
  )
}
