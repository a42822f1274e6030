import {env} from 'node:process'
import {defineConfig} from 'astro/config'

// Where the styles stand and where to write come from whoever runs the build.
export default defineConfig({publicDir: env.BENCH_ASSETS, outDir: env.BENCH_OUT, logLevel: 'warn'})
