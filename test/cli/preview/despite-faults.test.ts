import {describe, expect, test} from 'vitest'
import {despiteFaults} from '../../../src/cli/site/despite-faults.ts'
import {type RoleDraft, rolePage, toHTML} from '../../../src/index.ts'
import {fullRole} from '../../arbitrary/full-role.ts'

const role: RoleDraft = fullRole((plain) => plain)

/** A printer with a fault of its own in some fields. */
const failing =
  (...fields: (keyof RoleDraft)[]) =>
  (printed: RoleDraft, left: readonly string[]): {html: string; left: readonly string[]} => {
    for (const field of fields) if (printed[field] !== null) throw new Error(`cannot print ${field}`)
    return {html: toHTML(rolePage(printed)), left}
  }

describe('a draft of which something cannot be printed', () => {
  test('is printed as it is where nothing fails', () => {
    expect(despiteFaults(role, failing())).toEqual({html: toHTML(rolePage(role)), left: []})
  })

  test('is printed without what fails, which is named', () => {
    const {html, left} = despiteFaults(role, failing('kpis', 'faqs'))
    expect(left).toEqual(['kpis', 'faqs'])
    expect(html).toBe(toHTML(rolePage({...role, kpis: null, faqs: null})))
    expect(html).toContain('id="responsibilities"')
  })

  test('fails where no field is to blame', () => {
    expect(() =>
      despiteFaults(role, () => {
        throw new Error('no paper')
      }),
    ).toThrow('no paper')
  })
})
