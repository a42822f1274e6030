import {env} from 'node:process'
import {readRoles} from '../../../dist/print.js'

/** Read once, for all pages. */
export const roles = readRoles(env.BENCH_CONTENT)

/** A path for each role, with the role itself. */
export const rolePaths = () => roles.map((role) => ({params: {slug: role.slug}, props: {role}}))
