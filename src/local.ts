export {type LocalSource, localSource} from './source/local.ts'
export {NdjsonError, type NdjsonFault, type NdjsonFile, parseNdjson, parseNdjsonFiles} from './source/ndjson.ts'
export type {StoredDocument} from './source/stored-document.ts'
