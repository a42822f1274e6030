// What often begins a sentence and has its capital wherever it stands. A tool or skill of the role is known by its name.
const capital =
  /^(?:I(?![a-z])|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Engl|Span|Swed|Dan|Turk)ish|French|German|Dutch|Chinese|(?:Ital|Ind|As)ian|British|Europe|America|Kubernetes|Postgres|Linux|Windows|Python|Java|Docker|Terraform|Jenkins|Salesforce|Google|Microsoft|Amazon)/

/**
 * A sentence as the middle of another: its first letter small, unless the first word is a name or has capitals of its
 * own. "Own an ML system." gives "own an ML system", and "SQL first" stays "SQL first".
 */
export function clause(sentence: string, names: readonly string[]): string {
  const text = sentence.replace(/(?<![.\s])[.\s]+$/, '')
  const first = text.match(/^\p{Lu}[\p{Ll}’']*(?![\p{L}\p{N}.&/+#])/u)?.[0]
  const isName =
    first === undefined ||
    capital.test(first) ||
    names.some((name) => name.includes(first) && name.split(/[\s/]/).includes(first))
  return isName ? text : first.toLowerCase() + text.slice(first.length)
}
