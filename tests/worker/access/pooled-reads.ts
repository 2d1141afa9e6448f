/** A statement that a pool has prepared. */
interface Pooled {
  readonly sql: string
  readonly real: D1PreparedStatement
}

interface Waiting {
  readonly statements: readonly Pooled[]
  readonly resolve: (results: D1Result[]) => void
  readonly reject: (error: unknown) => void
}

/** As many statements as go well into one batch. */
const MOST = 500

/**
 * A database on which what is read at once is read in one round trip. Here a round trip costs more than everything
 * else of a request, and thousands of people ask at the same time. What writes goes its own way, as a batch of its own.
 */
export function pooledReads(database: D1Database): D1Database {
  let waiting: Waiting[] = []

  async function flush(): Promise<void> {
    const going = waiting
    waiting = []
    if (going.length === 0) return
    try {
      const results = await database.batch(going.flatMap(({ statements }) => statements.map(({ real }) => real)))
      for (const { statements, resolve } of going) resolve(results.splice(0, statements.length))
    } catch (error) {
      for (const { reject } of going) reject(error)
    }
  }

  const pool = {
    prepare: (sql: string) => ({
      bind: (...values: unknown[]) => ({ sql, real: database.prepare(sql).bind(...values) }),
    }),
    batch(statements: readonly Pooled[]): Promise<D1Result[]> {
      if (!statements.every(({ sql }) => /^\s*SELECT\b/i.test(sql))) {
        return database.batch(statements.map(({ real }) => real))
      }
      return new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject })
        const count = waiting.reduce((sum, one) => sum + one.statements.length, 0)
        if (waiting.length === 1) setTimeout(flush, 0)
        else if (count > MOST) flush()
      })
    },
  }
  return pool as unknown as D1Database
}
