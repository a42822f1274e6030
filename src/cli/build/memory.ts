import {setFlagsFromString} from 'node:v8'

// A build often runs beside others on a small machine. Both hold for all threads, and from then on.

/** Lets what stays grow by half before it is looked through. */
export const growSlowly = (): void => setFlagsFromString('--heap-growing-percent=50')

/**
 * Lets the room for what was just made stay as it is. That suits the printing of thousands of roles, which leaves nothing
 * behind; what stays, such as the list of an earlier build, is moved once more for each time that this room is full.
 */
export const keepRoomSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1')
