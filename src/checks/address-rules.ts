export {languageSlugProblem} from '../../schemas/rules/language-slug.ts'
export {rolesPathProblem} from '../../schemas/rules/roles-path.ts'
export {siteUrlProblem} from '../../schemas/rules/site-url.ts'
export {slugProblem} from '../../schemas/rules/slug.ts'
