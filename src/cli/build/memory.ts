import {setFlagsFromString} from 'node:v8'

/**
 * Lets V8 clear away what is not needed sooner, in all threads: with thousands of roles that takes half the memory, and a
 * fifth more time. A build often runs beside others on a small machine.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--max-semi-space-size=8')
}
