import type {RoleDraft} from '../../index.ts'

/** Prints a role; `left` names the fields that had to be left out. */
type Print<Output> = (role: RoleDraft, left: readonly string[]) => Output

/**
 * Prints a role even where some of its fields make printing fail: without them. They are found by printing each alone.
 * Throws what `print` throws where no field is to blame.
 */
export function despiteFaults<Output>(role: RoleDraft, print: Print<Output>): Output {
  try {
    return print(role, [])
  } catch (error) {
    const left = fieldsOf(role).filter((field) => role[field] !== null && fails({...empty(role), [field]: role[field]}))
    if (left.length === 0) throw error
    return print({...role, ...Object.fromEntries(left.map((field) => [field, null]))}, left)
  }

  function fails(part: RoleDraft): boolean {
    try {
      print(part, [])
      return false
    } catch {
      return true
    }
  }
}

const fieldsOf = (role: RoleDraft) => Object.keys(role) as (keyof RoleDraft)[]

const empty = (role: RoleDraft) =>
  Object.fromEntries(fieldsOf(role).map((field) => [field, null])) as unknown as RoleDraft
