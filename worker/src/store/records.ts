import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Kind } from '#shared/record/field.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { events, tables } from './schema.ts'
import { prepared, query, type Statement, statement } from './statement.ts'

/**
 * A stored row as the record it is. `tenant_id` stays behind: nobody outside asks for it. The row itself
 * becomes the record: a panel reads some thirty wide rows, and copying them was a tenth of its cost.
 */
export function readRecord<T = AnyRecord>(type: TypeName, row: Row): T {
  const record = row as Record<string, unknown>
  record.tenant_id = undefined
  parse(record, 'custom')
  for (const key of LISTS[type]) parse(record, key)
  for (const key of SWITCHES[type]) if (typeof record[key] === 'number') record[key] = record[key] === 1
  return record as T
}

function parse(record: Record<string, unknown>, key: string): void {
  const stored = record[key]
  if (typeof stored === 'string') record[key] = stored === '{}' ? {} : JSON.parse(stored)
}

/** The fields of each type that are not stored as they are. */
const LISTS = fieldsOfKind('texts')
const SWITCHES = fieldsOfKind('boolean')

function fieldsOfKind(kind: Kind): Readonly<Record<TypeName, readonly string[]>> {
  const types = Object.entries(TYPES) as [TypeName, RecordType][]
  const keys = ({ fields }: RecordType) => Object.keys(fields).filter((key) => fields[key]?.kind === kind)
  return Object.fromEntries(types.map(([name, type]) => [name, keys(type)])) as Record<TypeName, string[]>
}

/** The record of that id in the firm, if there is one. */
export function recordById(type: TypeName, tenantId: string, id: string): Statement {
  const table = tables[type]
  return statement(
    query
      .select()
      .from(table)
      .where(and(eq(table.tenant_id, tenantId), eq(table.id, id)))
      .limit(1),
  )
}

/** The history of a record, newest first. */
export function eventsOf(tenantId: string, recordId: string, limit: number, before?: number): Statement {
  return statement(
    query
      .select()
      .from(events)
      .where(
        and(
          eq(events.tenant_id, tenantId),
          eq(events.record_id, recordId),
          before === undefined ? undefined : lt(events.version, before),
        ),
      )
      .orderBy(desc(events.version))
      .limit(limit),
  )
}

export interface ListQuery {
  /** Field values a record must have. */
  readonly filter: Readonly<Record<string, unknown>>
  readonly sort: string
  readonly descending: boolean
  readonly limit: number
  /** The last record of the page before. */
  readonly after?: { readonly value: unknown; readonly id: string }
}

/**
 * One page of a type's records. Field names come from the definition alone, so no caller's text
 * becomes an identifier. Nulls sort first, as SQLite has it.
 */
export function listRecords(type: TypeName, tenantId: string, list: ListQuery): Statement {
  const table = tables[type]
  const columns = table as unknown as Readonly<Record<string, AnySQLiteColumn>>
  const sortBy = columns[list.sort] ?? table.id
  const direction = sql.raw(list.descending ? 'DESC' : 'ASC')
  const filters = Object.entries(list.filter).map(([key, value]) => {
    const column = columns[key]
    if (!column) return sql`0`
    if (value === null) return sql`${column} IS NULL`
    const many = LISTS[type].includes(key)
    return many ? sql`EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ${value})` : sql`${column} = ${value}`
  })
  const where = and(eq(table.tenant_id, tenantId), ...filters, list.after ? beyond(list, sortBy, table.id) : undefined)
  return prepared(sql`SELECT * FROM ${table} ${indexFor(type, list)} WHERE ${where}
    ORDER BY ${sortBy} ${direction}, ${table.id} ${direction} LIMIT ${list.limit}`)({})
}

/**
 * The index that begins with a filtered field. It has to be named: without statistics SQLite walks the
 * whole firm in the order of its ids instead.
 */
function indexFor(type: TypeName, { filter }: ListQuery): SQL {
  const indexes = Object.entries((TYPES[type] as RecordType).indexes ?? {})
  const found = indexes.find(([, { on, where }]) => !where && on[0] !== undefined && (filter[on[0]] ?? null) !== null)
  return found ? sql.raw(`INDEXED BY ${found[0]}`) : sql``
}

/** What comes after the last record of the page before, in the order of the list. */
function beyond({ after, descending }: ListQuery, sortBy: AnySQLiteColumn, id: AnySQLiteColumn): SQL | undefined {
  if (!after) return undefined
  const further = (column: AnySQLiteColumn, value: unknown) =>
    descending ? sql`${column} < ${value}` : sql`${column} > ${value}`
  const sameValue = and(sql`${sortBy} IS ${after.value}`, further(id, after.id))
  if (after.value === null) return descending ? sameValue : or(sameValue, sql`${sortBy} IS NOT NULL`)
  return or(sameValue, further(sortBy, after.value), descending ? sql`${sortBy} IS NULL` : undefined)
}
