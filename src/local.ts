export type {StoredDocument} from './dataset/stored-document.ts'
export {type LocalSource, localSource} from './source/local.ts'
export {type LocalStore, localStore, type Referred} from './source/local-store.ts'
export {
  NdjsonError,
  type NdjsonFault,
  type NdjsonFile,
  type NdjsonLine,
  parseNdjson,
  parseNdjsonFiles,
  readNdjsonFiles,
} from './source/ndjson.ts'
