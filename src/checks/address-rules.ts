export {rolesPathProblem} from '../../schemas/rules/roles-path.ts'
export {slugProblem} from '../../schemas/rules/slug.ts'
