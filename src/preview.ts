export {type FollowEvent, type FollowOptions, type FollowTagsEvent, follow} from './live/follow.ts'
export type {Followed} from './live/followed.ts'
export type {RefreshEvent, RefreshReason, StatusEvent} from './live/mailbox.ts'
export type {FollowTiming} from './live/timing.ts'
