import {Idiomorph} from 'idiomorph'

// What the reader or a script has done to the page is kept.
const kept = ['hidden', 'open', 'style', 'data-updated', 'data-state']

/**
 * Makes the page what another one is, and touches only what differs: scroll position, focus, open folds and selections
 * stay. Gives the sections that are no longer the same.
 */
export function takeOver(next: Document): HTMLElement[] {
  const before = texts()
  document.title = next.title
  document.documentElement.lang = next.documentElement.lang
  for (const selector of unseen) exchange(selector, next)
  addStyles(next)
  replaceEach('.site-bar', next)
  replaceEach('main', next)
  document.dispatchEvent(new Event('roleprint:replaced'))
  return sections().filter((section) => before.has(section.id) && before.get(section.id) !== textOf(section))
}

/** What stands in a page for machines and for readers who jump. */
const unseen = [
  'meta[name=description]',
  'link[rel=canonical]',
  'script[type="application/ld+json"]',
  'a.roleprint-skip',
]

function exchange(selector: string, next: Document): void {
  const [was, is] = [document.querySelector(selector), next.querySelector(selector)]
  if (was?.outerHTML === is?.outerHTML) return
  if (was && is) was.replaceWith(document.importNode(is, true))
  else if (is) document.head.append(document.importNode(is, true))
  else was?.remove()
}

/** The page may be of another kind now. Styles that are no longer needed do no harm. */
function addStyles(next: Document): void {
  const known = new Set([...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')))
  for (const link of next.querySelectorAll('link[rel=stylesheet]')) {
    if (!known.has(link.getAttribute('href'))) document.head.append(document.importNode(link, true))
  }
}

const sections = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main section[id]')]

const texts = (): Map<string, string> => new Map(sections().map((section) => [section.id, textOf(section)]))

// The way from a text to its field is hidden in the text.
const markers = /[\u200b-\u200d\u2060-\u2063\ufeff]{4,}/g

const textOf = (section: HTMLElement): string => section.textContent.replace(markers, '')

function replaceEach(selector: string, next: Document): void {
  const [was, is] = [document.querySelector(selector), next.querySelector(selector)]
  if (!was || !is) return
  Idiomorph.morph(was, is, {
    ignoreActiveValue: true,
    callbacks: {
      beforeAttributeUpdated: (name, node) => !kept.includes(name) && !isReadingMark(name, node),
      beforeNodeMorphed: (old, fresh) => {
        if (isLiveSign(old)) return false
        if (!(old instanceof HTMLTemplateElement) || !(fresh instanceof HTMLTemplateElement)) return true
        // What is in a template are not its children.
        old.innerHTML = fresh.innerHTML
        return false
      },
    },
  })
}

/** In the contents, the section that is being read. */
const isReadingMark = (name: string, node: Element): boolean =>
  name === 'aria-current' && node.classList.contains('roleprint-contents-link')

const isLiveSign = (node: Node): boolean => node instanceof Element && node.classList.contains('site-live')
