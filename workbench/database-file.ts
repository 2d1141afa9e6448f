import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Statement } from '../worker/src/store/statement.ts'

/** A database of the workbench as the plain SQLite file it is, while no Worker has it open. */
export interface DatabaseFile {
  run(statements: readonly Statement[]): void
  close(): void
}

/** The database in Miniflare's folder that holds a table. Its name is a hash that only Miniflare can work out. */
export function openDatabaseFile(state: string, table: string): DatabaseFile {
  const folder = join(state, 'd1', 'miniflare-D1DatabaseObject')
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.sqlite') || name === 'metadata.sqlite') continue
    const database = new DatabaseSync(join(folder, name))
    if (database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table)) return fileOf(database)
    database.close()
  }
  throw new Error(`no database in ${folder} has a table ${table}`)
}

function fileOf(database: DatabaseSync): DatabaseFile {
  // A planting that is cut short is begun anew, so nothing is lost by not waiting for the disk.
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000')
  return {
    run(statements) {
      database.exec('BEGIN')
      for (const { sql, params } of statements) database.prepare(sql).run(...(params as (string | number | null)[]))
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}
