/** The site from template literals, written by hand. */
import {roleDocument} from './document.ts'
import {writeSite} from './write-site.ts'

writeSite(roleDocument)
