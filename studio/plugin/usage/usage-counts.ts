import {publishedId} from '../content/document-ids.ts'

/** What is needed of a client to count. */
interface Asker {
  fetch<Result>(query: string, params: Record<string, unknown>, options: object): Promise<Result>
}

/** The ids of all that a role prints. */
export const usedField = `"used": [
  ...responsibilities[]._ref, ...mustHaveSkills[].skill._ref, ...niceToHaveSkills[].skill._ref,
  ...tools[].anyOf[]._ref, ...kpis[]._ref, author._ref
]`

/** The roles that print one of `$ids`. */
export const usersQuery = `*[_type == "role" && references($ids)]{_id, title, ${usedField}}`

export interface RoleUser {
  _id: string
  title: string | null
  used: string[] | null
}

const freshFor = 5_000
const gatherFor = 60

/** How many roles use a document, in print or in a draft, asked for many documents at once: a list shows a screenful of them. */
export class UsageCounts {
  readonly #client: Asker
  readonly #known = new Map<string, {count: Promise<number>; at: number}>()
  #waiting = new Map<string, (count: number | Promise<number>) => void>()

  constructor(client: Asker) {
    this.#client = client
  }

  of(id: string): Promise<number> {
    const known = this.#known.get(id)
    if (known && Date.now() - known.at < freshFor) return known.count
    if (this.#waiting.size === 0) setTimeout(() => this.#ask(), gatherFor)
    const count = new Promise<number>((resolve) => this.#waiting.set(id, resolve))
    this.#known.set(id, {count, at: Date.now()})
    count.catch(() => this.#known.delete(id))
    return count
  }

  #ask(): void {
    const waiting = this.#waiting
    this.#waiting = new Map()
    const answer = this.#client.fetch<RoleUser[]>(
      usersQuery,
      {ids: [...waiting.keys()]},
      {perspective: 'raw', tag: 'roleprint.usage'},
    )
    for (const [id, resolve] of waiting)
      resolve(
        answer.then(
          (roles) => new Set(roles.filter(({used}) => used?.includes(id)).map(({_id}) => publishedId(_id))).size,
        ),
      )
  }
}
