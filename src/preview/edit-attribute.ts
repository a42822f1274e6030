import {baseOf, canOpen, type EditOptions, type EditStep, type EditTarget} from './edit-target.ts'

/**
 * The value of `data-sanity` for an element that has no text to carry a marker, such as the word that something is missing:
 * a click on it opens the field. Escape it as any attribute's value. Throws `TypeError` for what no link can lead to: an
 * id, a type or a step with other characters than letters, digits, `_`, `-` and, in an id, dots; or no step at all.
 */
export function editAttribute(target: EditTarget, options: EditOptions): string {
  if (!canOpen(target)) throw new TypeError(`No link leads to ${JSON.stringify(target)}.`)
  const {workspace, tool} = options
  const parts = {
    id: target.id.replace(/^(?:drafts|versions\.[^.]+)\./, ''),
    type: target.type,
    path: target.path.reduce(withStep, ''),
    base: encodeURIComponent(baseOf(options)),
    ...{workspace, tool},
  }
  return Object.entries(parts)
    .flatMap(([name, value]) => (value ? `${name}=${value}` : []))
    .join(';')
}

const withStep = (path: string, step: EditStep): string => {
  if (typeof step === 'string') return path === '' ? step : `${path}.${step}`
  return `${path}:${typeof step === 'number' ? step : step._key}`
}
