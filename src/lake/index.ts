export {LakeError} from './failure.ts'
export {type Lake, type LakeOptions, startLake} from './start.ts'
export {StoreError} from './store/check.ts'
