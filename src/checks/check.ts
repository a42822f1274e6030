import type {Severity} from './finding.ts'

export interface Check {
  severity: Severity
  /** What it says, in a line. */
  title: string
  why: string
}
