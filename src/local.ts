export type {StoredDocument} from './dataset/stored-document.ts'
export {type LocalSource, localSource} from './source/local.ts'
export {NdjsonError, type NdjsonFault, type NdjsonFile, parseNdjson, parseNdjsonFiles} from './source/ndjson.ts'
