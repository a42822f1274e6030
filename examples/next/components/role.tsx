import {copyButtons, documentClasses, type RoleDraft, rolePage, toHTML, toJsonLd} from 'roleprint'
import {CopyButtons} from './copy-buttons'

export function Role({role}: {role: RoleDraft}) {
  const page = rolePage(role)
  // toHTML and toJsonLd escape what they print.
  return (
    <main className="roleprint-main" lang={page.language}>
      <div dangerouslySetInnerHTML={{__html: toHTML(page, {classes: documentClasses, copy: copyButtons})}} />
      <CopyButtons />
      <script type="application/ld+json" dangerouslySetInnerHTML={{__html: toJsonLd(role)}} />
    </main>
  )
}
