const room = 'Make room, then run this again.'
const who = 'Check who may write there.'
const more = 'Raise the limit (ulimit -n), then run this again.'

/** What is in the way of reading or writing, and what to do about it, by the system's code. What stands on the disk is whole. */
const byCode: Readonly<Record<string, string>> = {
  ENOSPC: `There is no room left on the disk. ${room}`,
  EDQUOT: `Your share of the disk is used up. ${room}`,
  EFBIG: 'The file would be larger than the disk or your limit allows (ulimit -f).',
  EACCES: who,
  EPERM: who,
  EROFS: 'The disk cannot be written to.',
  EMFILE: `Too many files are open. ${more}`,
  ENFILE: 'Too many files are open on this computer. Close some programs, then run this again.',
  EISDIR: 'It is a folder where a file is expected.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ELOOP: 'It is a link. Name the file or folder itself.',
  EIO: 'The disk reports a fault. Look to a backup before you write more.',
}

/** The same by what SQLite says, of which the lowest byte is the kind. */
const bySqlite: Readonly<Record<number, string>> = {
  3: who,
  8: `${who} The disk may not let itself be written to, either.`,
  10: `The disk may be full or failing. ${room}`,
  13: `There is no room left on the disk. ${room}`,
  14: `Too many files may be open, or the disk may be full. ${more} ${who}`,
}

/** The code of an error of the system, or `null` for any other. */
export function systemCode(error: unknown): string | null {
  const {code} = Object(error)
  return typeof code === 'string' && /^(?:ERR_FS_)?E[A-Z]+$/.test(code) ? code : null
}

/** Whether somebody may fear for what was there before: writing was begun, and had no room to end. */
const isOutOfRoom = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error) ?? '') || [10, 13].includes(Object(error).errcode & 0xff)

/** What became of what was there, and what to do; or, where nothing of the system is in the way, other words. */
export function keptDespite(error: unknown, kept: string, otherwise: string): string {
  const hindrance = hindranceOf(error)
  if (hindrance === null) return otherwise
  return isOutOfRoom(error) ? `${kept} ${hindrance}` : hindrance
}

/** What to do about an error, or `null` where nothing of the system is in the way: it is what was read that is not right. */
export function hindranceOf(error: unknown): string | null {
  const code = systemCode(error)
  if (code !== null) return Object.hasOwn(byCode, code) ? (byCode[code] ?? null) : null
  const {errcode, message} = Object(error)
  if (typeof errcode === 'number') return bySqlite[errcode & 0xff] ?? null
  // Where a part of the program itself cannot be opened.
  return /too many open files/i.test(String(message)) ? (byCode.EMFILE ?? null) : null
}
