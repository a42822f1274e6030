import {cpSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {parseArgs} from 'node:util'
import type {Role} from '../../../src/index.ts'
import {jobDescriptionMarkdown} from '../../peers/template-literals/job-description.ts'
import {readRoles} from './documents.ts'
import {jobDescriptionText} from './plain-text.ts'
import {siteFiles} from './site.ts'

/** Builds the whole site in one thread, with no more than a loop: `--content FILE --assets FOLDER --out FOLDER`. */
export function writeSite(roleDocument: (role: Role) => string): void {
  const {values} = parseArgs({
    options: {content: {type: 'string'}, assets: {type: 'string'}, out: {type: 'string', default: 'out'}},
  })
  const {content = '', assets = '', out} = values
  const roles = readRoles(content)
  for (const role of roles) {
    const folder = join(out, 'roles', role.slug)
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, 'index.html'), roleDocument(role))
    writeFileSync(join(folder, 'jd.md'), jobDescriptionMarkdown(role))
    writeFileSync(join(folder, 'jd.txt'), jobDescriptionText(role))
  }
  for (const {path, text} of siteFiles(roles)) {
    mkdirSync(dirname(join(out, path)), {recursive: true})
    writeFileSync(join(out, path), text)
  }
  cpSync(assets, out, {recursive: true})
}
