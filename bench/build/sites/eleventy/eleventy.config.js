import {env} from 'node:process'

/** Where the content stands, the styles and where to write come from whoever runs the build. */
export default function configure(config) {
  config.setQuietMode(true)
  config.addPassthroughCopy({[env.BENCH_ASSETS]: '.'})
  return {dir: {input: 'src', output: env.BENCH_OUT}}
}
