import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

type Row = Readonly<Record<string, unknown>>

/** Every row of the firm's database by table, in the order of the keys; the workbench that wrote it must have stopped. */
export function databaseRows(data: string): ReadonlyMap<string, readonly Row[]> {
  const folder = join(data, 'state/d1/miniflare-D1DatabaseObject')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
  for (const name of files) {
    const database = new DatabaseSync(join(folder, name), { readOnly: true })
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
    const tables = names.map((row) => String(row.name)).filter((table) => !/^(sqlite|_cf|d1)_/.test(table))
    const rows = new Map(tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).all()]))
    database.close()
    if (rows.has('customers')) return rows
  }
  throw new Error(`no firm in ${folder}`)
}
