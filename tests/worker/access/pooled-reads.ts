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
 * `trips` are those that were really made and did not fail.
 */
export function pooledReads(database: D1Database): { readonly database: D1Database; readonly trips: () => number } {
  let waiting: Waiting[] = []
  let trips = 0

  /** One that fails counts for nothing, so that no write can be taken for it. */
  async function send(statements: readonly Pooled[]): Promise<D1Result[]> {
    const results = await database.batch(statements.map(({ real }) => real))
    trips += 1
    return results
  }

  async function flush(): Promise<void> {
    const going = waiting
    waiting = []
    if (going.length === 0) return
    try {
      const results = await send(going.flatMap(({ statements }) => statements))
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
      if (!statements.every(({ sql }) => /^\s*(SELECT|WITH)\b/i.test(sql))) return send(statements)
      return new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject })
        const count = waiting.reduce((sum, one) => sum + one.statements.length, 0)
        if (waiting.length === 1) setTimeout(flush, 0)
        else if (count > MOST) flush()
      })
    },
  }
  return { database: pool as unknown as D1Database, trips: () => trips }
}
