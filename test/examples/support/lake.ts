import {type Lake, startLake} from '../../../src/lake/index.ts'
import {sampleDocuments} from '../../content.ts'

/** An embedded lake with the sample content, on a port of its own. Close it. */
export const sampleLake = (): Promise<Lake> => startLake({dataDir: ':memory:', port: 0, seed: () => sampleDocuments})
