import { env } from 'cloudflare:test'

/**
 * The database for a process that is killed at its nth call: before it is asked, or after it has done what it was asked
 * and before the answer is there. Counts the calls.
 */
export function killedAt(nth: number, when: 'before' | 'after' = 'before') {
  let calls = 0
  const d1 = {
    prepare: (sql: string) => env.DB.prepare(sql),
    async batch(statements: D1PreparedStatement[]) {
      calls += 1
      if (calls > nth || (calls === nth && when === 'before')) throw new Error('killed')
      const results = await env.DB.batch(statements)
      if (calls === nth) throw new Error('killed')
      return results
    },
  } as unknown as D1Database
  return { d1, calls: () => calls }
}

/** The database, with its calls and the rows they read counted. */
export function counted() {
  const figures = { calls: 0, rowsRead: 0 }
  const d1 = {
    prepare: (sql: string) => env.DB.prepare(sql),
    async batch(statements: D1PreparedStatement[]) {
      figures.calls += 1
      const results = await env.DB.batch(statements)
      for (const { meta } of results) figures.rowsRead += meta.rows_read
      return results
    },
  } as unknown as D1Database
  return { d1, figures }
}

/** The database that cannot do what it is asked at its nth call, and works on. */
export function failingAt(nth: number, message: string) {
  let calls = 0
  return {
    prepare: (sql: string) => env.DB.prepare(sql),
    async batch(statements: D1PreparedStatement[]) {
      calls += 1
      if (calls === nth) throw new Error(message)
      return env.DB.batch(statements)
    },
  } as unknown as D1Database
}
