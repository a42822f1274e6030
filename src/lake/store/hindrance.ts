/** What SQLite says where the data is whole and something else is in its way, and what to do about that. */
const hindrances = [
  {says: /disk is full/, advice: 'The disk is full: make room, then start the lake again.'},
  {
    says: /unable to open database/,
    advice: 'Too many files may be open (ulimit -n), or the folder may not be written to.',
  },
  {says: /readonly database/, advice: 'Check who may write there, and whether the disk can be written to.'},
  {says: /disk I\/O error/, advice: 'The disk may be full or failing: look at both before you start the lake again.'},
]

/** What to do, or `null` where it is the data itself that is not right. */
export const adviceFor = (reason: string): string | null =>
  hindrances.find(({says}) => says.test(reason))?.advice ?? null
