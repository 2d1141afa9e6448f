import { and, or, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { may } from '#shared/access/access.ts'
import type { Standing } from '#shared/access/standing.ts'
import { bareKey } from '#shared/record/custom.ts'
import type { Kind } from '#shared/record/field.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { indexOn, reached } from './reached.ts'
import { tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

/**
 * A stored row as the record it is. `tenant_id` stays behind: nobody outside asks for it. The row itself
 * becomes the record: a panel reads some thirty wide rows, and copying them was a tenth of its cost.
 */
export function readRecord<T = AnyRecord>(type: TypeName, row: Row): T {
  const record = row as Record<string, unknown>
  record.tenant_id = undefined
  parse(record, 'custom')
  for (const key of LISTS[type]) parse(record, key)
  for (const key of DATA[type]) parse(record, key)
  for (const key of SWITCHES[type]) if (typeof record[key] === 'number') record[key] = record[key] === 1
  return record as T
}

function parse(record: Record<string, unknown>, key: string): void {
  const stored = record[key]
  if (typeof stored === 'string') record[key] = stored === '{}' ? {} : JSON.parse(stored)
}

/** The fields of each type that are not stored as they are. */
const LISTS = fieldsOfKind('texts')
const DATA = fieldsOfKind('data')
const SWITCHES = fieldsOfKind('boolean')

function fieldsOfKind(kind: Kind): Readonly<Record<TypeName, readonly string[]>> {
  const types = Object.entries(TYPES) as [TypeName, RecordType][]
  const keys = ({ fields }: RecordType) => Object.keys(fields).filter((key) => fields[key]?.kind === kind)
  return Object.fromEntries(types.map(([name, type]) => [name, keys(type)])) as Record<TypeName, string[]>
}

/** The record of that id, with how the reader stands to it; to be read by {@link seenRecord}. */
export const recordById = (type: TypeName, reader: Reader, id: string): Statement =>
  BY_ID[type]({ ...asReader(reader), id })

const TYPE_NAMES = Object.keys(TYPES) as TypeName[]
const BY_ID = Object.fromEntries(
  TYPE_NAMES.map((type) => {
    const template = sql`SELECT r.*, ${standing(type, 'r')} AS standing FROM ${tables[type]} r
      WHERE r.tenant_id = ${given('tenant')} AND r.id = ${given('id')} LIMIT 1`
    return [type, prepared<ReaderNames | 'id'>(template)]
  }),
) as Record<TypeName, (values: Readonly<Record<ReaderNames | 'id', unknown>>) => Statement>

/**
 * A row as the record it is to a reader; null when there is none, and just the same when it is not for them. Every
 * record that leaves the store for a person comes through here, or through a list that says the same in SQL.
 */
export function seenRecord<T extends AnyRecord = AnyRecord>(
  type: TypeName,
  { access }: Reader,
  row: Row | undefined,
): T | null {
  return row && may(access, type, 'view', Number(row.standing)) ? readRecord<T>(type, row) : null
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
 * One page of a type's records that the reader may see. Field names come from the definition alone, so no caller's
 * text becomes an identifier. Nulls sort first, as SQLite has it.
 */
export function listRecords(type: TypeName, reader: Reader, list: ListQuery): Statement {
  const at = (key: string) => sql.raw(placeOf(type, key) ?? 'r.id')
  const direction = sql.raw(list.descending ? 'DESC' : 'ASC')
  const filters = Object.entries(list.filter).map(([key, value]) => {
    if (!placeOf(type, key)) return sql`0`
    if (value === null) return sql`${at(key)} IS NULL`
    const many = LISTS[type].includes(key)
    return many ? sql`EXISTS (SELECT 1 FROM json_each(${at(key)}) WHERE value = ${value})` : sql`${at(key)} = ${value}`
  })
  const reach = reader.access.reach(type, 'view')
  const seen = reach === null ? undefined : sql`(${standing(type, 'r')} & ${reach}) <> 0`
  const where = and(
    sql`r.tenant_id = ${given('tenant')}`,
    ...filters,
    list.after ? beyond(list, at(list.sort), at('id')) : undefined,
    seen,
  )
  return prepared<ReaderNames>(sql`SELECT r.* FROM ${source(type, list, reach)} WHERE ${where}
    ORDER BY ${at(list.sort)} ${direction}, ${at('id')} ${direction} LIMIT ${list.limit}`)(asReader(reader))
}

/** Where a row has a field's value: in a column, or in `custom`. A key that is neither has no place. */
function placeOf(type: TypeName, key: string): string | null {
  const own = /^[a-z][a-z0-9_]*$/.exec(bareKey(key) ?? '')?.[0]
  if (own) return `json_extract(r.custom, '$.${own}')`
  const columns = tables[type] as unknown as Readonly<Record<string, AnySQLiteColumn>>
  return Object.hasOwn(columns, key) ? `r.${columns[key]?.name}` : null
}

/**
 * Where a list begins. With an index that begins with a filtered field it has to be named: without statistics SQLite
 * walks the whole firm in the order of its ids instead. Without one, what is within reach is found by whose it is.
 */
function source(type: TypeName, { filter }: ListQuery, reach: Standing | null): SQL {
  const filtered = Object.keys(filter).flatMap((key) =>
    (filter[key] ?? null) === null ? [] : (indexOn(type, key) ?? []),
  )
  if (filtered[0]) return sql`${tables[type]} r INDEXED BY ${sql.raw(filtered[0])}`
  const ids = reach === null ? null : reached(type, reach)
  return ids
    ? sql`(${ids}) mine CROSS JOIN ${tables[type]} r ON r.tenant_id = ${given('tenant')} AND r.id = mine.id`
    : sql`${tables[type]} r`
}

/** What comes after the last record of the page before, in the order of the list. */
function beyond({ after, descending }: ListQuery, sortBy: SQL, id: SQL): SQL | undefined {
  if (!after) return undefined
  const further = (column: SQL, value: unknown) => (descending ? sql`${column} < ${value}` : sql`${column} > ${value}`)
  const sameValue = and(sql`${sortBy} IS ${after.value}`, further(id, after.id))
  if (after.value === null) return descending ? sameValue : or(sameValue, sql`${sortBy} IS NOT NULL`)
  return or(sameValue, further(sortBy, after.value), descending ? sql`${sortBy} IS NULL` : undefined)
}
