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
  replaceEach('.site-bar', next)
  replaceEach('main', next)
  return sections().filter((section) => before.has(section.id) && before.get(section.id) !== textOf(section))
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
      beforeAttributeUpdated: (name) => !kept.includes(name),
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

const isLiveSign = (node: Node): boolean => node instanceof Element && node.classList.contains('site-live')
