import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Change, FieldChange, Values } from '#shared/record/change.ts'
import { changedId, fieldChanges, versionAfter } from '#shared/record/change.ts'
import { completed } from '#shared/record/completed.ts'
import { byColumn } from '#shared/record/custom.ts'
import type { RecordType, Source } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Database, Row } from './database.ts'
import { roadsAfter, type Seen } from './deal-road.ts'
import { factsAfter } from './facts.ts'
import { deputyStatements } from './on-behalf-of.ts'
import { events, idempotencyKeys, numbering, tables } from './schema.ts'
import { query, type Statement, statement } from './statement.ts'
import { timersAfter } from './timers.ts'

/** Who writes, when, from where, and what it is called in the history. */
export interface Writer {
  readonly tenantId: string
  readonly userId: string
  /** ms UTC. */
  readonly now: number
  readonly surface: Source
  /** `created`, `edited`, or the action's name. */
  readonly action: string
  /** The period of numbered series: the year in the firm's zone. */
  readonly period: string
  /** For whom they stand in just now. */
  readonly standsFor?: readonly { readonly id: string }[]
  /** With what the firm knows erased people again; null where it has erased nobody. */
  readonly erasureKey?: string | null
}

/** The key of a call that must happen once, and what it comes to. */
export interface Once {
  readonly route: string
  readonly key: string
  readonly requestHash: string
  readonly outcome: unknown
}

/**
 * Stores changes as one batch, and reads what the answer needs in the same round trip. In the batch:
 * the idempotency key, then the event of each record with its new version (so a second writer of the
 * same version fails and nothing of theirs is kept), the records, what follows from them, their clocks, the reads.
 * Throws {@link UniqueViolation} or `ErasedPerson`; then nothing was stored. With `seen`, also when the deal has gone on since.
 * `more` is written along, as files are that the changes name.
 */
export async function commit(
  database: Database,
  writer: Writer,
  changes: readonly Change[],
  once: Once | null,
  reads: readonly Statement[] = [],
  seen: Seen | null = null,
  more: readonly Statement[] = [],
): Promise<Row[][]> {
  const statements = writing(writer, changes, once, seen, more)
  const rows = await batchOf(database, writer, changes, [...statements, ...reads])
  return rows.slice(statements.length)
}

/** Whoever was erased is not written down again. */
async function batchOf(
  database: Database,
  { tenantId, erasureKey: secret }: Writer,
  changes: readonly Change[],
  statements: readonly Statement[],
): Promise<Row[][]> {
  if (!secret) return database.batch(statements)
  const { guardedBatch } = await import('./erased.ts')
  return guardedBatch(database, { tenantId, secret }, changes, statements)
}

/** The statements of such a batch, for who writes of several at once. */
export function writing(
  writer: Writer,
  changes: readonly Change[],
  once: Once | null = null,
  seen: Seen | null = null,
  more: readonly Statement[] = [],
): Statement[] {
  const written = changes.map(completed)
  return [
    ...(once ? [keyStatement(writer, once)] : []),
    ...written.map((change) => eventStatement(writer, change)),
    // As it was: who writes may give it away. What is made has to be there first.
    ...written.flatMap((change) => (change.kind === 'create' ? [] : onBehalfOf(writer, change))),
    ...written.flatMap((change) => recordStatements(writer, change)),
    ...factsAfter(writer.tenantId, written),
    ...written.flatMap((change) => (change.kind === 'create' ? onBehalfOf(writer, change) : [])),
    ...roadsAfter(writer.tenantId, written, seen),
    ...written.flatMap((change) => timersAfter(writer.tenantId, change, writer.now)),
    ...more,
  ]
}

function keyStatement(writer: Writer, once: Once): Statement {
  return statement(
    query.insert(idempotencyKeys).values({
      tenant_id: writer.tenantId,
      user_id: writer.userId,
      route: once.route,
      key: once.key,
      request_hash: once.requestHash,
      outcome: once.outcome,
      at: writer.now,
    }),
  )
}

/** Of a write by somebody's deputy, for whom it was; nothing for all the others. */
function onBehalfOf({ tenantId, userId, standsFor = [] }: Writer, change: Change): Statement[] {
  if (standsFor.length === 0) return []
  const { type } = change
  return deputyStatements(type, { tenantId, userId, standsFor, id: changedId(change), version: versionAfter(change) })
}

function eventStatement(writer: Writer, change: Change): Statement {
  return statement(
    query.insert(events).values({
      tenant_id: writer.tenantId,
      record_id: changedId(change),
      version: versionAfter(change),
      type: change.type,
      action: writer.action,
      at: writer.now,
      actor: writer.userId,
      surface: writer.surface,
      changes: told(change),
    }),
  )
}

/** Of data that it changed is kept, and not what it holds: a deal moves fifty times, and what there is stands on the record. */
function told(change: Change): FieldChange[] {
  const { fields }: RecordType = TYPES[change.type]
  const changes = toldOf(change)
  return changes.map((one) => (fields[one.field]?.kind === 'data' ? { field: one.field, new: {} } : one))
}

function toldOf(change: Change): FieldChange[] {
  if (change.kind === 'create') return given(change.values)
  if (change.kind === 'update') return fieldChanges(change.before, change.values)
  const { fields }: RecordType = TYPES[change.type]
  return fieldChanges(change.before, Object.fromEntries(Object.keys(fields).map((key) => [key, null])))
}

const given = (values: Values): FieldChange[] =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ field, new: value }))

function recordStatements(writer: Writer, change: Change): Statement[] {
  if (change.kind === 'remove') {
    const table = tables[change.type]
    return [
      statement(query.delete(table).where(and(eq(table.tenant_id, writer.tenantId), eq(table.id, change.before.id)))),
    ]
  }
  const stamp = { updated_at: writer.now, updated_by: writer.userId, source: writer.surface }
  if (change.kind === 'update') {
    const table = tables[change.type]
    const values = { ...byColumn(change.values, change.before.custom), ...stamp, version: versionAfter(change) }
    const here = and(eq(table.tenant_id, writer.tenantId), eq(table.id, change.before.id))
    return [statement(query.update(table).set(values).where(here))]
  }
  const { counting, values } = numbered(writer, change.type, change.values)
  const record = {
    custom: {},
    ...byColumn(values, {}),
    ...stamp,
    tenant_id: writer.tenantId,
    id: change.id,
    version: 1,
    created_at: writer.now,
    created_by: writer.userId,
  }
  // The table is known only at run time; `completed` has made the values whole.
  const insert = statement(query.insert(tables[change.type]).values(record as never))
  return [...counting, insert]
}

/** A record without a number takes the next one of its series, counted up in the same batch. */
function numbered(writer: Writer, type: TypeName, values: Values): { counting: Statement[]; values: Values } {
  const fields: RecordType['fields'] = TYPES[type].fields
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind !== 'text' || !field.numbered) continue
    const given = values[key]
    if (given !== null) return { counting: countedUp(writer, field.numbered, String(given)), values }
    const numberedValues = { ...values, [key]: lastNumber(writer, field.numbered) }
    return { counting: [nextNumber(writer, field.numbered)], values: numberedValues }
  }
  return { counting: [], values }
}

/** A number set by hand within a series moves the series on, or the next one would meet it. */
function countedUp(writer: Writer, series: string, given: string): Statement[] {
  const [, own, period, number] = /^([A-Z]+)-(\d{4})-(\d{1,9})$/.exec(given) ?? []
  if (own !== series || !period || !number) return []
  return [
    statement(
      query
        .insert(numbering)
        .values({ tenant_id: writer.tenantId, series, period, last: Number(number) })
        .onConflictDoUpdate({
          target: [numbering.tenant_id, numbering.series, numbering.period],
          set: { last: sql`max(${numbering.last}, ${Number(number)})` },
        }),
    ),
  ]
}

function nextNumber(writer: Writer, series: string): Statement {
  return statement(
    query
      .insert(numbering)
      .values({ tenant_id: writer.tenantId, series, period: writer.period, last: 1 })
      .onConflictDoUpdate({
        target: [numbering.tenant_id, numbering.series, numbering.period],
        set: { last: sql`${numbering.last} + 1` },
      }),
  )
}

/** `INQ-2026-0042` */
function lastNumber(writer: Writer, series: string): SQL {
  return sql`(SELECT printf('%s-%s-%04d', ${numbering.series}, ${numbering.period}, ${numbering.last}) FROM ${numbering}
    WHERE ${numbering.tenant_id} = ${writer.tenantId} AND ${numbering.series} = ${series}
      AND ${numbering.period} = ${writer.period})`
}

/** What a key was used for before, by its owner on its route. */
export function usedKey(writer: Pick<Writer, 'tenantId' | 'userId'>, route: string, key: string): Statement {
  return statement(
    query
      .select()
      .from(idempotencyKeys)
      .where(
        and(
          eq(idempotencyKeys.tenant_id, writer.tenantId),
          eq(idempotencyKeys.user_id, writer.userId),
          eq(idempotencyKeys.route, route),
          eq(idempotencyKeys.key, key),
        ),
      ),
  )
}
