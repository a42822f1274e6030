import {env} from 'node:process'
import {readRoles} from '../../../../dist/print.js'

export default () => readRoles(env.BENCH_CONTENT)
