/** The site with each page from React, and everything else from template literals. */
import {reactDocument} from './react-document.ts'
import {writeSite} from './write-site.ts'

writeSite(reactDocument)
