import type { StoredRow } from '#shared/privacy/erased-row.ts'
import type { Row } from './database.ts'
import type { Place } from './personal-places.ts'
import type { Statement } from './statement.ts'

/** A row's place among those of its table: the values of its key after the firm. */
export type Key = readonly (string | number)[]

/** How a record that an event is about is called now: see `erased-row.ts`. */
const ABOUT = `, coalesce(
  (SELECT i.subject FROM interactions i WHERE i.tenant_id = t.tenant_id AND i.id = t.record_id AND t.type = 'interaction'),
  (SELECT q.contact_name FROM inquiries q WHERE q.tenant_id = t.tenant_id AND q.id = t.record_id AND t.type = 'inquiry'),
  (SELECT c.full_name FROM contacts c WHERE c.tenant_id = t.tenant_id AND c.id = t.record_id AND t.type = 'contact')) AS about`

/** Some rows of a place in the order of its key, after one of them; whole, as SQLite has them. */
export function pageOf({ table, key }: Place, tenant: string, after: Key | null, limit: number): Statement {
  const order = key.length > 0 ? `ORDER BY ${key.join(', ')}` : ''
  const from = after && key.length > 0 ? `AND (${key.join(', ')}) > (${key.map(() => '?').join(', ')})` : ''
  return {
    sql: `SELECT t.*${table === 'events' ? ABOUT : ''} FROM ${table} t WHERE tenant_id = ? ${from} ${order} LIMIT ${limit}`,
    params: [tenant, ...(after ?? [])],
  }
}

export const keyOf = ({ key }: Place, row: Row): Key => key.map((column) => row[column] as string | number)

/** The row of a key, whole. */
export const rowAt = ({ table, key }: Place, tenant: string, at: Key): Statement => ({
  sql: `SELECT * FROM ${table} WHERE ${hereOf(key)}`,
  params: [tenant, ...at],
})

const hereOf = (key: readonly string[]): string => ['tenant_id', ...key].map((column) => `${column} = ?`).join(' AND ')

/** Puts values into a row as long as it is what somebody read: whoever wrote meanwhile is met by the next round. */
export function replaced(
  { table, key }: Place,
  tenant: string,
  row: StoredRow,
  set: Readonly<Record<string, string | null>>,
): Statement {
  const columns = Object.keys(set)
  return {
    sql:
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} ` +
      `WHERE ${hereOf(key)} AND ${columns.map((column) => `${column} IS ?`).join(' AND ')}`,
    params: [
      ...columns.map((column) => set[column] ?? null),
      tenant,
      ...key.map((column) => row[column]),
      ...columns.map((column) => row[column] ?? null),
    ],
  }
}

export const removed = ({ table, key }: Place, tenant: string, row: StoredRow): Statement => ({
  sql: `DELETE FROM ${table} WHERE ${hereOf(key)}`,
  params: [tenant, ...key.map((column) => row[column])],
})
