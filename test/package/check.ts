let passed = 0
let failed = 0

/** Does a check and prints one line about it. What the check gives back is printed beside its name. */
export async function check(name: string, work: () => unknown): Promise<boolean> {
  try {
    const detail = await work()
    passed += 1
    console.log(`ok    ${name}${typeof detail === 'string' ? `: ${detail}` : ''}`)
    return true
  } catch (error) {
    failed += 1
    const message = error instanceof Error ? error.message : String(error)
    console.log(`FAIL  ${name}: ${message.trim().replaceAll('\n', '\n      ')}`)
    return false
  }
}

/** The sum of all checks. Sets the exit code. */
export function summary(): string {
  process.exitCode = failed > 0 ? 1 : 0
  return `${passed} passed, ${failed} failed`
}

/** Stops a check that has found something. */
export function expectNone(found: readonly string[]): void {
  if (found.length > 0) throw new Error(found.join('\n'))
}
