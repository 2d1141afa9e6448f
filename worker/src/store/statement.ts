import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'

/** One SQL statement with its values, ready to be put into a batch. */
export interface Statement {
  readonly sql: string
  readonly params: readonly unknown[]
}

/**
 * drizzle builds statements and knows the columns; it never runs them. Running is `database.ts`, so
 * that D1's figures are kept and no error carries bound values.
 */
export const query = drizzle({} as D1Database)

/** A built query as a statement. */
export function statement(built: { toSQL(): { sql: string; params: unknown[] } }): Statement {
  return built.toSQL()
}

const dialect = new SQLiteSyncDialect()

/**
 * A statement written once as SQL with `sql.placeholder('name')` for its values, built when it is first used and
 * used for every request: building it anew would cost more than running it, and a start needs few of them.
 */
export function prepared<Names extends string>(template: SQL): Filled<Names> {
  let filled: Filled<Names> | undefined
  return (values) => {
    filled ??= filling(template)
    return filled(values)
  }
}

type Filled<Names extends string> = (values: Readonly<Record<Names, unknown>>) => Statement

function filling<Names extends string>(template: SQL): Filled<Names> {
  const built = dialect.sqlToQuery(template)
  const names = built.params.map(placeholderName)
  // Each name is bound once, wherever it stands: D1 takes a hundred values for a statement.
  const bound = names.flatMap((name, index) =>
    name === null || names.indexOf(name) === index ? [{ name, index }] : [],
  )
  const places = names.map((name, index) =>
    bound.findIndex((one) => (name === null ? one.index === index : one.name === name)),
  )
  const text = numbered(built.sql, places)
  return (values) => ({
    sql: text,
    params: bound.map(({ name, index }) => (name === null ? built.params[index] : values[name as Names])),
  })
}

/** The same with `?2` for `?`, by the place of each value. No template has a question mark of its own. */
function numbered(template: string, places: readonly number[]): string {
  let next = 0
  return template.replaceAll('?', () => `?${Number(places[next++]) + 1}`)
}

const placeholderName = (param: unknown): string | null =>
  typeof param === 'object' && param !== null && 'name' in param ? String(param.name) : null

/** A value that is given when the statement is used. */
export const given = (name: string) => sql.placeholder(name)
