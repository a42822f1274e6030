const who = 'Check who may write there.'

/** What to do about an error of the system while something was written, by its code. */
export const systemAdvice: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left on the disk. What was there before is as it was. Make room, then run this again.',
  EDQUOT: 'Your share of the disk is used up. What was there before is as it was. Make room, then run this again.',
  EFBIG: 'The file would be larger than the disk or your limit allows (ulimit -f).',
  EACCES: who,
  EPERM: who,
  EROFS: 'The disk cannot be written to.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n), then run this again.',
  ENFILE: 'Too many files are open on this computer. Close some programs, then run this again.',
  EISDIR: 'It is a folder where a file is expected.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ELOOP: 'It is a link. Name the file or folder itself.',
  EIO: 'The disk reports a fault. Look to a backup before you write more.',
}

/** The code of an error of the system, or `null` for any other. */
export function systemCode(error: unknown): string | null {
  const {code} = Object(error)
  return typeof code === 'string' && /^(?:ERR_FS_)?E[A-Z]+$/.test(code) ? code : null
}
