// Optional: without it a themed page is complete, only its copy buttons stay hidden. All words come from the page.
{
  const shownFor = 3000

  const flavoursOf = {
    'job-description': () => ({'text/html': source('html').innerHTML, 'text/plain': textOf('text')}),
    markdown: () => ({'text/plain': textOf('markdown')}),
  }

  const source = (flavour) => document.querySelector(`template.roleprint-copy-${flavour}`)
  const textOf = (flavour) => source(flavour).content.textContent

  const copy = async (flavours) => {
    try {
      const blobs = Object.entries(flavours).map(([type, text]) => [type, new Blob([text], {type})])
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
      return true
    } catch {
      return copyByCommand(flavours)
    }
  }

  // The way before the clipboard API, which is missing on http: and may be forbidden by a frame.
  const copyByCommand = (flavours) => {
    let isFilled = false
    const fill = (event) => {
      for (const [type, text] of Object.entries(flavours)) event.clipboardData?.setData(type, text)
      event.preventDefault()
      isFilled = event.clipboardData !== null
    }
    document.addEventListener('copy', fill, {capture: true, once: true})
    try {
      return document.execCommand('copy') && isFilled
    } catch {
      return false
    } finally {
      document.removeEventListener('copy', fill, {capture: true})
    }
  }

  const showText = () => {
    const text =
      document.querySelector('.roleprint-text, .roleprint-copy-text') ?? document.querySelector('.roleprint-main')
    if (text) getSelection()?.selectAllChildren(text)
  }

  const enable = (button, status) => {
    const label = button.textContent
    let timer
    const say = (ownLabel, message) => {
      button.textContent = ownLabel
      status.textContent = message
    }
    button.addEventListener('click', async () => {
      // The button keeps its width, so that what stands beside it keeps its place.
      button.style.minInlineSize = `${button.getBoundingClientRect().width}px`
      clearTimeout(timer)
      if (await copy(flavoursOf[button.dataset.copy]())) {
        say(button.dataset.copied, button.dataset.status)
        timer = setTimeout(say, shownFor, label, '')
      } else {
        showText()
        say(label, button.dataset.failed)
      }
    })
  }

  const enableAll = () => {
    for (const actions of document.querySelectorAll('.roleprint-actions[hidden]')) {
      const status = actions.querySelector('.roleprint-status')
      for (const button of actions.querySelectorAll('[data-copy]')) enable(button, status)
      actions.hidden = false
    }
  }
  enableAll()

  // Beside the text the contents stand open; the style sheet shows them so already, this tells a screen reader.
  const isWide = matchMedia('(min-width: 64rem)')
  let fold
  const unfold = () => {
    if (fold) fold.open = isWide.matches
  }
  const unfoldNew = () => {
    const shown = document.querySelector('.roleprint-contents-fold')
    if (shown === fold) return
    fold = shown
    unfold()
  }
  isWide.addEventListener('change', unfold)
  unfoldNew()

  // A page whose content is replaced while it is open says so.
  document.addEventListener('roleprint:replaced', () => {
    enableAll()
    unfoldNew()
  })

  // Marks the section that is being read: the last one whose heading has come into the upper third.
  const links = [...document.querySelectorAll('.roleprint-contents-link')]
  const sections = links.map(({hash}) => document.getElementById(hash.slice(1)))
  const mark = () => {
    const current = sections.findLastIndex((section) => section?.getBoundingClientRect().top <= innerHeight / 3)
    for (const [index, link] of links.entries()) {
      if (index === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  const reading = new IntersectionObserver(mark, {rootMargin: '0px 0px -66% 0px'})
  for (const section of sections) if (section) reading.observe(section)
}
