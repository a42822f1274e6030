import {Recent} from '../../dataset/recent.ts'

const mostEnded = 10_000

/** Which sessions and links were ended before their time, as far as this process knows. */
export class Ended {
  readonly #names = new Recent<string, true>(mostEnded)

  add(name: string): void {
    this.#names.set(name, true)
  }

  has(name: string | null): boolean {
    return name !== null && this.#names.has(name)
  }
}
