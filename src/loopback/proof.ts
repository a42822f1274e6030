import {createHmac} from 'node:crypto'

/**
 * What only a server that knows the token can answer to a challenge, and only at its own address: a program asks for it
 * before it sends the token, since anybody may listen at a port that was somebody else's.
 */
export const proofOf = (token: string, challenge: string, url: string): string =>
  createHmac('sha256', token)
    .update(JSON.stringify(['ping', challenge, url]))
    .digest('base64url')

/** A challenge is as long as its maker likes, within reason. */
export const isChallenge = (text: string): boolean => /^[\w-]{16,128}$/.test(text)
