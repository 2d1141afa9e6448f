import { type AnySQLiteColumn, integer, type SQLiteTableWithColumns, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Field, STORAGE } from '#shared/record/field.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'

/** The columns every record has. `version` is compared at each write; `custom` holds the firm's own fields. */
const bookkeeping = () => ({
  tenant_id: text().notNull(),
  id: text().notNull(),
  version: integer().notNull(),
  created_at: integer().notNull(),
  created_by: text().notNull(),
  updated_at: integer().notNull(),
  updated_by: text().notNull(),
  source: text().notNull(),
  custom: text({ mode: 'json' }).notNull(),
})

function column(field: Field) {
  const kind =
    field.kind === 'boolean'
      ? integer({ mode: 'boolean' })
      : field.kind === 'texts' || field.kind === 'data'
        ? text({ mode: 'json' })
        : STORAGE[field.kind] === 'INTEGER'
          ? integer()
          : text()
  return field.required ? kind.notNull() : kind
}

type Columns<T extends RecordType> = {
  readonly [K in keyof ReturnType<typeof bookkeeping> | keyof T['fields']]: AnySQLiteColumn
}

/** A drizzle table with a column for each field: rename a field and every query that names it stops compiling. */
export type TableOf<T extends RecordType> = SQLiteTableWithColumns<{
  name: string
  schema: undefined
  columns: Columns<T> & Record<string, AnySQLiteColumn>
  dialect: 'sqlite'
}> &
  Columns<T>

function tableOf<T extends RecordType>(type: T): TableOf<T> {
  const fields = Object.entries(type.fields).map(([key, field]) => [key, column(field)])
  return sqliteTable(type.plural, { ...bookkeeping(), ...Object.fromEntries(fields) }) as unknown as TableOf<T>
}

export const tables = Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [name, tableOf(type)])) as {
  readonly [N in TypeName]: TableOf<(typeof TYPES)[N]>
}
