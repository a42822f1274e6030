import type {Statements} from './statements.ts'

/** For how many days changes are kept: all of them, and those of what was published. */
export const keptDays = {all: 30, published: 365}

const day = 24 * 60 * 60 * 1000

/*
 * The border of a document's history: what is before it goes, but for the last change before it, with which the history
 * that is kept begins. Where that one says that the document was deleted, it goes too.
 */
const border = `CASE WHEN document GLOB 'drafts.*' OR document GLOB 'versions.*' THEN $all ELSE $published END`

const old = `
  SELECT change FROM changes JOIN transactions USING (seq)
  WHERE at < $all AND at < ${border}
    AND change NOT IN (SELECT change FROM documents)
    AND change < (SELECT max(change) FROM changes)
    AND (
      EXISTS (
        SELECT 1 FROM changes later JOIN transactions time USING (seq)
        WHERE later.document = changes.document AND later.change > changes.change AND time.at < ${border}
      )
      OR (body IS NULL AND change = (SELECT max(change) FROM changes later WHERE later.document = changes.document))
    )
  ORDER BY change LIMIT $most`

/**
 * Deletes old changes, `most` of them at a time, the oldest first, and the transactions that have none left. What is there
 * now stays, whatever its age. Time is counted from `latest`, the newest change, and not from a clock that may be wrong.
 * Gives how many changes went.
 */
export function letGo(sql: Statements, latest: string, most: number): number {
  if (latest === '') return 0
  const before = (days: number) => new Date(Date.parse(latest) - days * day).toISOString()
  const bounds = {$all: before(keptDays.all), $published: before(keptDays.published), $most: most}
  const count = sql.runNamed(`DELETE FROM changes WHERE change IN (${old})`, bounds)
  if (count > 0)
    sql.run(`DELETE FROM transactions WHERE seq < (SELECT max(seq) FROM transactions)
      AND NOT EXISTS (SELECT 1 FROM changes WHERE changes.seq = transactions.seq)`)
  return count
}
