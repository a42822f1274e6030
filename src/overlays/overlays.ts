import {enableVisualEditing} from '@sanity/visual-editing'
import {frameHistory} from './frame-history.ts'
import {choosePerspective, refreshPage} from './page.ts'

// A page asks for this script by `<script type="module" src="/overlays.js">`, where it carries edit markers. What it draws
// has styles of its own: a policy for styles must hold the nonce of that element, or 'unsafe-inline'.

const own = [...document.scripts].find(({src}) => src === import.meta.url)
// Where styled-components looks for it, once it draws.
if (own?.nonce) Object.assign(globalThis, {__webpack_nonce__: own.nonce})

enableVisualEditing({
  history: frameHistory(),
  // The page follows what is written by itself. Only who presses the button is not content with that.
  refresh: ({source}) => source === 'manual' && refreshPage(),
  onPerspectiveChange: choosePerspective(own?.dataset.perspective),
})
