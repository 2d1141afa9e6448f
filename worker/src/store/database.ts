import type { Statement } from './statement.ts'

export type Row = Readonly<Record<string, unknown>>

/** Figures of one request: the budgets of the design are counted in these. */
export interface Figures {
  trips: number
  rowsRead: number
  rowsWritten: number
}

/**
 * The firm's database for one request. There is one way in, a batch: D1 runs it as one transaction
 * in one round trip.
 */
export interface Database {
  readonly figures: Readonly<Figures>
  /** The rows of each statement, in order. Throws {@link UniqueViolation}, {@link FrozenMeanwhile} or {@link StorageError}. */
  batch(statements: readonly Statement[]): Promise<Row[][]>
}

/** A row with the same key is there already; nothing of the batch was stored. */
export class UniqueViolation extends Error {
  readonly table: string
  readonly columns: readonly string[]
  constructor(table: string, columns: readonly string[]) {
    super(`unique: ${table}`)
    this.table = table
    this.columns = columns
  }
}

/** What was to be changed stays as it is since somebody looked at it; nothing of the batch was stored. */
export class FrozenMeanwhile extends Error {}

/** Somebody would have been written down who was erased; nothing of the batch was stored. */
export class ErasedPerson extends Error {
  /** ms UTC. */
  readonly erasedAt: number
  constructor(erasedAt: number) {
    super('erased')
    this.erasedAt = erasedAt
  }
}

/** The database failed. Its own message stays out of here: it may repeat bound values. */
export class StorageError extends Error {}

export function openDatabase(d1: D1Database): Database {
  const figures: Figures = { trips: 0, rowsRead: 0, rowsWritten: 0 }
  return {
    figures,
    async batch(statements) {
      figures.trips += 1
      const results = await d1
        .batch<Row>(statements.map(({ sql, params }) => d1.prepare(sql).bind(...params)))
        .catch((error: unknown) => {
          throw translated(error)
        })
      for (const { meta } of results) {
        figures.rowsRead += meta.rows_read
        figures.rowsWritten += meta.rows_written
      }
      return results.map((result) => result.results)
    },
  }
}

/** Keeps of a D1 error its class and, for a unique key, which one; drops everything else. */
function translated(error: unknown): Error {
  const message = error instanceof Error ? error.message : ''
  const unique = /UNIQUE constraint failed: ([\w., ]+?)(?=:|$)/.exec(message)?.[1]
  if (unique) {
    const names = unique.split(', ').map((name) => name.split('.'))
    return new UniqueViolation(names[0]?.[0] ?? '', names.map((name) => name[1] ?? '').filter(Boolean))
  }
  // No record is without its version: only the guard of `around.ts` takes it away.
  if (/NOT NULL constraint failed: \w+\.version\b/.test(message)) return new FrozenMeanwhile()
  const code = /SQLITE_[A-Z_]+/.exec(message)?.[0] ?? 'unknown'
  return new StorageError(`database: ${code}`)
}
