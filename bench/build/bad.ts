/**
 * Builds a site of which one role in a hundred cannot be published, then ends builds in the middle of their work, again
 * and again: `node bench/build/bad.ts [--roles 10000] [--rounds 50] [--seed 1] [--keep]`.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {keepSection} from '../report.ts'
import {badRolesProof} from './bad-roles.ts'
import {suddenEndsProof} from './sudden-ends.ts'

const {values} = parseArgs({
  options: {
    roles: {type: 'string', default: '10000'},
    rounds: {type: 'string', default: '50'},
    seed: {type: 'string', default: '1'},
    keep: {type: 'boolean', default: false},
    cli: {type: 'string', default: join(import.meta.dirname, '../../dist/cli.js')},
  },
})
const settings = {
  ...{cli: resolve(values.cli), roles: Number(values.roles), rounds: Number(values.rounds), seed: Number(values.seed)},
  folder: mkdtempSync(join(tmpdir(), 'roleprint-bad-')),
}
const mostTold = 20

try {
  const proofs = [await badRolesProof(settings), await suddenEndsProof(settings)]
  const report = proofs
    .map(({name, figures, misses}) => {
      const told = Object.entries(figures).map(([what, value]) => `${what} ${value.toLocaleString('en')}`)
      return [
        `${name}: ${told.join(', ')}: ${misses.length === 0 ? 'held' : 'MISSED'}`,
        ...misses.slice(0, mostTold).map((miss) => `  ${miss}`),
      ].join('\n')
    })
    .join('\n')
  console.log(report)
  const command = `node bench/build/bad.ts --roles ${values.roles} --rounds ${values.rounds}`
  if (values.keep) keepSection('Build: bad roles and sudden ends', `\`${command}\`:\n\n\`\`\`\n${report}\n\`\`\``)
  if (proofs.some(({misses}) => misses.length > 0)) process.exitCode = 1
} finally {
  rmSync(settings.folder, {recursive: true, force: true})
}
