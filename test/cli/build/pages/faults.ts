import {HtmlValidate} from 'html-validate'

const validator = new HtmlValidate({extends: ['html-validate:recommended']})

/** What is wrong with a document by the rules of HTML. */
export async function faultsIn(document: string): Promise<string[]> {
  const {results} = await validator.validateString(document)
  return results.flatMap(({messages}) =>
    messages.map(({line, column, ruleId, message}) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
