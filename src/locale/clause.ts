/**
 * A sentence as the middle of another: its first letter small, unless the first word is a name or has capitals of its
 * own. "Own an ML system." gives "own an ML system", and "SQL first" stays "SQL first".
 */
export function clause(sentence: string, names: readonly string[]): string {
  const text = sentence.replace(/(?<![.\s])[.\s]+$/, '')
  const first = text.match(/^\p{Lu}[\p{Ll}’']*(?![\p{L}\p{N}.&/+#])/u)?.[0]
  const isName =
    first === undefined || names.some((name) => name.includes(first) && name.split(/[\s/]/).includes(first))
  return isName ? text : first.toLowerCase() + text.slice(first.length)
}
