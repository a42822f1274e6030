import type {Finding} from '../finding.ts'
import {finding, type Subject} from '../subject.ts'

// Names of language and image models, followed by the version that will be an old one next year.
const model =
  /(?<![\p{L}\p{N}-])(?:(?:GPT|gpt|ChatGPT|DALL[-·]E|Claude|Gemini|Llama|Mistral|Mixtral|Qwen|DeepSeek|Grok|PaLM|Whisper|Midjourney|Stable Diffusion)(?: (?:Opus|Sonnet|Haiku|Pro|Flash|Ultra))?[ -]?[vV]?\d+(?:\.\d+)*[a-z]?|o[134](?:-(?:mini|preview|pro))?)(?![\p{L}\p{N}])/gu
const year =
  /(?<![\p{L}\p{N}.,:$€£#/+-])(?:19[5-9]\d|20\d\d)(?=-(?:19|20)\d\d(?![\p{L}\p{N}-])|(?![\p{L}\p{N}%/+-]|[.,:]\d))/gu
// The year is part of a name ("Companies Act 2006", "ISO 9001 of 2015"), or tells of a beginning that stays true.
const named =
  /(?:Act|Regulations?|Directive|Law|Code|Convention|Standard|Rules|ISO(?: \d+)?|since|seit|founded|established|began|started|gegründet|born)(?:,? (?:in|of|im|von))? $/i

// "Incoterms 2020", "Windows Server 2019", "EN 1990", "NFPA 1981": a name that holds the number. A month is no name.
const ofName =
  /(?<![\p{L}\p{N}])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|In|By|From|Until|Till|During|Before|After|Through|For|Of|The|Im|Bis|Ab|Von|Vor|Nach|Summer|Spring|Autumn|Fall|Winter|Year|Q[1-4]|H[12]|Since|Our|All|Financial|Fiscal|Jahr|Herbst|Sommer|Frühling)[ .])[\p{Lu}][\p{L}\p{N}.+#&-]* $/u
const beginning = /(?:since|seit|founded|established|began|started|gegründet|born)(?: \S+){0,4} $/i
const unit =
  /^ (?:seats?|rpm|people|persons?|employees|users?|customers|clients|members|students|patients|sites?|stores?|servers?|nodes?|devices?|machines?|hours?|days|minutes|units?|items|pages|tickets|orders|tests|kg|g|mm|cm|m|km|kW|MW|W|V|Hz|kHz|MHz|GHz|bar|psi|tonnes|tons|litres|liters|euros?|dollars|pounds|EUR|USD|GBP|°C|°F|MB|GB|TB|K|N|Nm|lumens?|calories|kcal|U\/min|Mitarbeiter\w*|Personen|Plätze\w*)(?![\p{L}\p{N}])/u

/** Words that will be out of date, or are already. */
export const datedWord = ({passages, now}: Subject): Finding[] =>
  passages.flatMap(({text, from}) => [
    ...distinct(text.matchAll(model)).map((name) =>
      finding(
        'dated-word',
        from,
        `“${name}” is one version, and will be an old one soon. Name the kind of model, or no version.`,
      ),
    ),
    ...distinct(
      [...text.matchAll(year)].filter(
        ({0: found, index}) =>
          isPast(found, text.slice(Math.max(0, index - 40), index), now) &&
          !unit.test(text.slice(index + 4, index + 24)),
      ),
    ).map((past) =>
      finding('dated-word', from, `“${past}” is a year gone by. Leave it out, or bring the sentence up to date.`),
    ),
  ])

// 2000 is a round number more often than a year.
const isPast = (found: string, before: string, now: Date): boolean =>
  Number(found) < now.getFullYear() && found !== '2000' && ![named, ofName, beginning].some((each) => each.test(before))

const distinct = (found: Iterable<RegExpExecArray>): string[] => [...new Set([...found].map(([text]) => text))]
