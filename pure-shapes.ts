import {readFile} from 'node:fs/promises'
import type {Plugin} from 'esbuild'

/**
 * Marks every call that makes a shape or a question as one without effects, so that a bundler leaves out those nobody asks
 * for, and zod with them: whoever takes the text of a query takes no shapes.
 */
export const pureShapes: Plugin = {
  name: 'pure-shapes',
  setup: ({onLoad}) => {
    onLoad({filter: /\/src\/(?:model|queries|text|source|preview)\/.*\.ts$/}, async ({path}) => ({
      contents: (await readFile(path, 'utf8')).replace(
        /(?<![\w.])(?:z\.\w+|defineQuery|oneOf)\(/g,
        '/* @__PURE__ */ $&',
      ),
      loader: 'ts',
    }))
  },
}
