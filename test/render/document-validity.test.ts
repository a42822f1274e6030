import {HtmlValidate} from 'html-validate'
import {expect, it} from 'vitest'
import {samplePages} from '../browser/sample-pages.ts'

const validator = new HtmlValidate({extends: ['html-validate:recommended']})

it('prints valid HTML for every sample page', async () => {
  for (const [path, document] of await samplePages()) {
    const {results} = await validator.validateString(document)
    const faults = results.flatMap(({messages}) =>
      messages.map(({line, column, ruleId, message}) => `${line}:${column} ${ruleId}: ${message}`),
    )
    expect(faults, path).toEqual([])
  }
})
