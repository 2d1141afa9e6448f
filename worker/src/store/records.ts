import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Kind } from '#shared/record/field.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { events, tables } from './schema.ts'
import { query, type Statement, statement } from './statement.ts'

/** A stored row as the record it is. `tenant_id` stays behind: nobody outside asks for it. */
export function readRecord<T = AnyRecord>(type: TypeName, row: Row): T {
  const { tenant_id: _, ...record } = row as Record<string, unknown>
  record.custom = record.custom === '{}' ? {} : JSON.parse(String(record.custom))
  for (const key of LISTS[type]) if (record[key] !== null) record[key] = JSON.parse(String(record[key]))
  for (const key of SWITCHES[type]) if (record[key] !== null) record[key] = record[key] === 1
  return record as T
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
  const direction = list.descending ? desc : asc
  const filters = Object.entries(list.filter).map(([key, value]) => {
    const column = columns[key]
    return column ? (value === null ? sql`${column} IS NULL` : sql`${column} = ${value}`) : sql`0`
  })
  return statement(
    query
      .select()
      .from(table)
      .where(and(eq(table.tenant_id, tenantId), ...filters, list.after ? beyond(list, sortBy, table.id) : undefined))
      .orderBy(direction(sortBy), direction(table.id))
      .limit(list.limit),
  )
}

/** What comes after the last record of the page before, in the order of the list. */
function beyond({ after, descending }: ListQuery, sortBy: AnySQLiteColumn, id: AnySQLiteColumn): SQL | undefined {
  if (!after) return undefined
  const further = descending ? lt : gt
  const sameValue = and(sql`${sortBy} IS ${after.value}`, further(id, after.id))
  if (after.value === null) return descending ? sameValue : or(sameValue, sql`${sortBy} IS NOT NULL`)
  return or(sameValue, further(sortBy, after.value), descending ? sql`${sortBy} IS NULL` : undefined)
}
