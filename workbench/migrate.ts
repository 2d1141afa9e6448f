import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_splitSqlQuery as splitSql } from 'wrangler'

/**
 * Applies the migrations that a database has not had yet, in order, each whole or not at all, and
 * remembers them in the table `wrangler d1 migrations apply` uses.
 */
export async function migrate(database: D1Database, folder: string): Promise<string[]> {
  await database
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, ' +
        'applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run()
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  const done = new Set(results.map((row) => row.name))
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && !done.has(name))
  for (const name of names.sort()) {
    const statements = splitSql(readFileSync(join(folder, name), 'utf8'))
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ])
  }
  return names
}
