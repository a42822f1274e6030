import type {DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync} from 'node:sqlite'

type Row = Record<string, SQLOutputValue>

/** The statements of a database, each prepared once. */
export class Statements {
  readonly #db: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  get = (sql: string, ...values: SQLInputValue[]): Row | undefined => this.#prepare(sql).get(...values)
  all = (sql: string, ...values: SQLInputValue[]): Row[] => this.#prepare(sql).all(...values)
  rows = (sql: string, ...values: SQLInputValue[]): Iterable<Row> => this.#prepare(sql).iterate(...values)
  /** Gives how many rows were changed. */
  run = (sql: string, ...values: SQLInputValue[]): number => Number(this.#prepare(sql).run(...values).changes)
  runNamed = (sql: string, values: Record<string, SQLInputValue>): number =>
    Number(this.#prepare(sql).run(values).changes)

  #prepare(sql: string): StatementSync {
    const statement = this.#prepared.get(sql) ?? this.#db.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}
