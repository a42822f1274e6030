import type {Role, RoleListing} from 'roleprint'
import type {RoleByIdQueryResult, RoleListQueryResult, RoleQueryResult, RoleSlugsQueryResult} from './query.types.ts'

// What Sanity's own TypeGen says of our queries fits what our shapes promise. Only the compiler reads this.
type Fits<Promised, Answer extends Promised> = Answer

export type Checked = [
  Fits<Role | null, RoleQueryResult>,
  Fits<Role | null, RoleByIdQueryResult>,
  Fits<RoleListing[], RoleListQueryResult>,
  Fits<string[], RoleSlugsQueryResult>,
]
