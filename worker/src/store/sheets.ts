import { type SQL, sql } from 'drizzle-orm'
import { may } from '#shared/access/access.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { SHEET_ROWS_MAX, type SheetType } from '#shared/sheet/api.ts'
import type { SheetRecord } from '#shared/sheet/cell.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { openOrders } from './open-orders.ts'
import { seenRecord } from './records.ts'
import { events, idempotencyKeys, tables } from './schema.ts'
import { asReader, type Reader, type ReaderNames, standing } from './standing.ts'
import { given, prepared, type Statement } from './statement.ts'

const { order_line: line, user } = tables

/** What each type's columns refer to; a row of a sheet has the title of it. */
const REFERENCES = { order: referencesOf('order'), order_line: referencesOf('order_line') } as const

function referencesOf(type: SheetType) {
  const { fields }: RecordType = TYPES[type]
  return Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'reference' && field.sheet ? [{ key, to: field.to as TypeName }] : [],
  )
}

/** Whole rows of a type from a source of ids, each with how the reader stands to it and to what it refers to. */
function sheetRows(type: SheetType, source: SQL): SQL {
  const references = REFERENCES[type].map(({ key, to }) => {
    const alias = `of_${key}`
    return {
      columns: sql.raw(`, ${alias}.${TYPES[to].title} AS title_${key}`),
      near: sql`, ${standing(to, alias)} AS near_${sql.raw(key)}`,
      join: sql` LEFT JOIN ${tables[to]} ${sql.raw(alias)} ON ${sql.raw(`${alias}.tenant_id = r.tenant_id AND ${alias}.id = r.${key}`)}`,
    }
  })
  const all = (part: 'columns' | 'near' | 'join') => sql.join(references.map((one) => one[part]))
  return sql`SELECT r.*, ${standing(type, 'r')} AS standing${all('columns')}${all('near')} FROM ${source}
    CROSS JOIN ${tables[type]} r ON r.tenant_id = ${given('tenant')} AND r.id = source.id${all('join')}`
}

/** One more than a sheet holds, to know whether it holds all. */
const MOST = sql.raw(`LIMIT ${SHEET_ROWS_MAX + 1}`)
/** Orders that may be without lines; a limit also keeps them in their order. */
const MOST_ORDERS = sql.raw(`LIMIT ${SHEET_ROWS_MAX * 20}`)

/** Open orders or their lines that a reader may see, the earliest promise first. To be read by {@link readSheetRow}. */
export function rowsToPull(type: SheetType, reader: Reader): Statement {
  const open = (most: SQL) => openOrders(reader.access.reach(type, 'view'), most)
  // Lines are found in the order of their orders; no more of either are looked at than it takes.
  const lines = sql`(SELECT l.id, o.promised_date, o.id AS order_id FROM (${open(MOST_ORDERS)}) o
    CROSS JOIN ${line} l INDEXED BY order_lines_by_order ON l.tenant_id = ${given('tenant')} AND l.order_id = o.id ${MOST})`
  const rows =
    type === 'order'
      ? sql`${sheetRows('order', sql`(${open(MOST)}) source`)} ORDER BY r.promised_date NULLS LAST, r.id`
      : sql`${sheetRows('order_line', sql`${lines} source`)} ORDER BY source.promised_date NULLS LAST, source.order_id, r.seq`
  return prepared<ReaderNames>(rows)(asReader(reader))
}

const BY_IDS = {
  order: byIds('order'),
  order_line: byIds('order_line'),
} as const

function byIds(type: SheetType) {
  const ids = sql`(SELECT value AS id FROM json_each(${given('ids')})) source`
  return prepared<ReaderNames | 'ids'>(sheetRows(type, ids))
}

/** The rows of these ids, as many as there are. */
export const rowsById = (type: SheetType, reader: Reader, ids: readonly string[]): Statement =>
  BY_IDS[type]({ ...asReader(reader), ids: JSON.stringify(ids) })

/** A row as its reader sees it; null when it is not for them. The title of what they may not see is not there. */
export function readSheetRow(type: SheetType, reader: Reader, row: Row): SheetRecord | null {
  const rest: Record<string, unknown> = { ...row }
  const titles = REFERENCES[type].map(({ key, to }) => {
    const { [`title_${key}`]: title, [`near_${key}`]: near } = row
    delete rest[`title_${key}`]
    delete rest[`near_${key}`]
    const isSeen = title !== null && may(reader.access, to, 'view', Number(near))
    return [key, isSeen ? String(title) : null]
  })
  const record = seenRecord(type, reader, rest)
  return record && { record, titles: Object.fromEntries(titles) }
}

/** Who changed a field of a record last, after a version. */
export interface Touch {
  readonly recordId: string
  readonly field: string
  readonly after: number
}

const LAST_TOUCHES = prepared<'tenant' | 'touches'>(sql`
  SELECT j.value ->> 0 AS record_id, j.value ->> 1 AS field, e.at, u.alias FROM json_each(${given('touches')}) j
  CROSS JOIN ${events} e ON e.tenant_id = ${given('tenant')} AND e.record_id = j.value ->> 0 AND e.version = (
    SELECT v.version FROM ${events} v WHERE v.tenant_id = ${given('tenant')} AND v.record_id = j.value ->> 0
      AND v.version > j.value ->> 2
      AND EXISTS (SELECT 1 FROM json_each(v.changes) c WHERE c.value ->> 'field' = j.value ->> 1)
    ORDER BY v.version DESC LIMIT 1)
  LEFT JOIN ${user} u ON u.tenant_id = e.tenant_id AND u.id = e.actor`)

export const lastTouches = (tenantId: string, touches: readonly Touch[]): Statement =>
  LAST_TOUCHES({
    tenant: tenantId,
    touches: JSON.stringify(touches.map(({ recordId, field, after }) => [recordId, field, after])),
  })

const USED = prepared<'tenant' | 'me' | 'route' | 'from' | 'to'>(sql`
  SELECT key, request_hash, outcome FROM ${idempotencyKeys}
  WHERE tenant_id = ${given('tenant')} AND user_id = ${given('me')} AND route = ${given('route')}
    AND key >= ${given('from')} AND key < ${given('to')}`)

/** Every chunk that was stored under a key. No key holds a space, so that no other key's chunks are among them. */
export const usedChunks = ({ tenantId, id }: Reader, route: string, key: string): Statement =>
  USED({ tenant: tenantId, me: id, route, from: chunkKey(key, ''), to: `${key}!` })

/** The key of one chunk of a push, which is stored as a whole. */
export const chunkKey = (key: string, chunk: number | ''): string => `${key} ${chunk}`
