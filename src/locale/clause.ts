// Words that are no name, whatever their sentence says: what a point begins with, a verb as a rule.
const ordinary =
  /^(?:a|act|adapt|advise|always|an|answer|as|assess|audit|be|bring|build|carry|check|choose|coach|control|cover|decide|define|deliver|design|develop|direct|draft|drive|ensure|establish|explain|find|fix|focus|give|handle|help|hire|improve|in|keep|lead|maintain|make|manage|measure|mentor|model|monitor|onboard|own|plan|prepare|present|produce|provide|reconcile|reduce|report|research|resolve|review|run|self|sell|serve|set|shape|ship|solve|support|take|teach|test|train|turn|understand|use|work|write|.+(?:ate|i[sz]e|(?:nt|ul|al|ve)ly))(?:e?s)?$/
// What follows a verb, and hardly a name.
const object = /^ (?:an?|the|our|their|its|this|these|every|each|all|what|how|whether|l[ae]s?) /

/**
 * A sentence as the middle of another: its first letter small where its first word is surely no name, and as it is
 * written where that is not known. "Own an ML system." gives "own an ML system"; "SQL first" and "Kubernetes upgrades" stay.
 */
export function clause(sentence: string, names: readonly string[]): string {
  const text = sentence.replace(/(?<![.\s])[.\s]+$/, '')
  const first = text.match(/^\p{Lu}[\p{Ll}’']*(?![\p{L}\p{N}.&/+#])/u)?.[0]
  if (first === undefined || names.some((name) => name.split(/[\s/]/).includes(first))) return text
  const isOrdinary = ordinary.test(first.toLowerCase()) || object.test(text.slice(first.length))
  return isOrdinary ? first.toLowerCase() + text.slice(first.length) : text
}
