import {copyFileSync, readFileSync, writeFileSync} from 'node:fs'
import ts from 'typescript'

/**
 * Writes the plugin's types, from its entry alone: every export there says its type, since the Studio's own types are
 * not installed where the package is built. `npm run types` in this folder holds them against the code.
 */
const fileName = 'studio/plugin/index.ts'
const {outputText, diagnostics = []} = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
  fileName,
  reportDiagnostics: true,
  compilerOptions: {isolatedDeclarations: true, declaration: true},
})
if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})))
writeFileSync('dist/studio.d.ts', outputText)
// tsup removes what declarations stand there before its own are written, so that of the theme's files comes now.
copyFileSync('src/side-effect.d.ts', 'dist/side-effect.d.ts')
