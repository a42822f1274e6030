import type {Severity} from '../finding.ts'

/** What a rule asks for: its method, and what the method was given. */
export type Asked =
  | {flag: 'required' | 'integer' | 'unique' | 'reference' | 'slug' | 'date'}
  | {flag: 'min' | 'max' | 'greaterThan'; limit: number}
  | {flag: 'valid'; values: readonly unknown[]}
  | {flag: 'uri'; schemes: readonly RegExp[]; allowRelative: boolean}
  | {flag: 'custom'; problem: Problem}

/** A rule of `schemas/rules`, called as a Studio calls it. */
export type Problem = (value: unknown, context: ProblemContext) => unknown

export interface ProblemContext {
  document: unknown
  parent: unknown
  now: Date
}

interface UriOptions {
  scheme: readonly string[]
  allowRelative?: boolean
}

/**
 * Notes down what the validation of a field asks for. It has the methods of Sanity's `Rule` that our schemas use, and as
 * there each gives a new rule, since one rule may be the beginning of several.
 */
export class RecordedRule {
  readonly asked: readonly Asked[]
  readonly severity: Severity
  readonly message: string | null

  constructor(asked: readonly Asked[] = [], severity: Severity = 'error', message: string | null = null) {
    this.asked = asked
    this.severity = severity
    this.message = message
  }

  get isRequired(): boolean {
    return this.asked.some(({flag}) => flag === 'required')
  }

  required = () => this.and({flag: 'required'})
  integer = () => this.and({flag: 'integer'})
  unique = () => this.and({flag: 'unique'})
  min = (limit: number) => this.and({flag: 'min', limit})
  max = (limit: number) => this.and({flag: 'max', limit})
  greaterThan = (limit: number) => this.and({flag: 'greaterThan', limit})
  custom = (problem: Problem) => this.and({flag: 'custom', problem})

  /** The later one counts: a field that names its schemes takes the place of the default for addresses. */
  uri({scheme, allowRelative = false}: UriOptions): RecordedRule {
    const schemes = scheme.map((name) => new RegExp(`^${name}$`))
    const others = this.asked.filter(({flag}) => flag !== 'uri')
    return new RecordedRule([...others, {flag: 'uri', schemes, allowRelative}], this.severity, this.message)
  }

  error = (message?: string) => new RecordedRule(this.asked, 'error', message ?? null)
  warning = (message?: string) => new RecordedRule(this.asked, 'warning', message ?? null)

  and = (more: Asked): RecordedRule => new RecordedRule([...this.asked, more], this.severity, this.message)
}
