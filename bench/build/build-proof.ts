/** What came of a proof, and what was promised and is not so, in sentences. */
export interface BuildProof {
  name: string
  figures: Record<string, number | string>
  misses: string[]
}

export interface ProofSettings {
  cli: string
  /** For everything that is written. */
  folder: string
  roles: number
  rounds: number
  seed: number
}
