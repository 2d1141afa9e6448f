import { sql } from 'drizzle-orm'
import { markedIn } from '#shared/privacy/marked.ts'
import { type Change, valuesAfter } from '#shared/record/change.ts'
import type { Database, Row } from './database.ts'
import { ErasedPerson, UniqueViolation } from './database.ts'
import { erasedPeople } from './privacy-tables.ts'
import { given, prepared, type Statement } from './statement.ts'

/** What an address or a telephone is kept as: nobody without the firm's key finds out whose it was, or whether it is there. */
export async function marksOf(secret: string, marked: readonly string[]): Promise<string[]> {
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return Promise.all(
    marked.map(async (one) => {
      const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(one))
      return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    }),
  )
}

/** Fails a whole batch where one of the marks is an erased person's, by putting it there a second time. */
const GUARD = prepared<'tenant' | 'marks'>(sql`INSERT INTO ${erasedPeople} (tenant_id, mark, request_id, erased_at)
  SELECT tenant_id, mark, request_id, erased_at FROM ${erasedPeople}
    WHERE tenant_id = ${given('tenant')} AND mark IN (SELECT value FROM json_each(${given('marks')}))`)

const AMONG = prepared<'tenant' | 'marks'>(sql`SELECT min(erased_at) AS at FROM ${erasedPeople}
  WHERE tenant_id = ${given('tenant')} AND mark IN (SELECT value FROM json_each(${given('marks')}))`)

/** Takes marks back: there is a new legal basis. */
export const allowedAgain = prepared<'tenant' | 'marks'>(sql`DELETE FROM ${erasedPeople}
  WHERE tenant_id = ${given('tenant')} AND mark IN (SELECT value FROM json_each(${given('marks')})) RETURNING mark`)

/** Whose firm it is, and its key. */
export interface ErasureKey {
  readonly tenantId: string
  readonly secret: string
}

/** Runs a batch that writes, unless it would write down somebody who was erased. Throws {@link ErasedPerson}; then nothing was stored. */
export async function guardedBatch(
  database: Database,
  { tenantId, secret }: ErasureKey,
  changes: readonly Change[],
  statements: readonly Statement[],
): Promise<Row[][]> {
  const marked = changes.flatMap((change) =>
    change.kind === 'update' ? markedIn(change.values) : markedIn(valuesAfter(change)),
  )
  if (marked.length === 0 || changes.every(({ kind }) => kind === 'remove')) return database.batch(statements)
  const marks = JSON.stringify(await marksOf(secret, marked))
  try {
    const [, ...rows] = await database.batch([GUARD({ tenant: tenantId, marks }), ...statements])
    return rows
  } catch (error) {
    if (error instanceof UniqueViolation && error.table === 'erased_people')
      await refuseMarks(database, tenantId, marks)
    throw error
  }
}

/** Throws {@link ErasedPerson} where one of these people was erased. */
export async function refuseErased(
  database: Database,
  { tenantId, secret }: ErasureKey,
  values: Readonly<Record<string, unknown>>,
) {
  const marks = await marksOf(secret, markedIn(values))
  await refuseMarks(database, tenantId, JSON.stringify(marks))
}

const THOSE = prepared<'tenant' | 'marks'>(sql`SELECT mark FROM ${erasedPeople}
  WHERE tenant_id = ${given('tenant')} AND mark IN (SELECT value FROM json_each(${given('marks')}))`)

/** In which fields of which records somebody stands who was erased: of changes that {@link guardedBatch} has refused together. */
export async function erasedFields(
  database: Database,
  { tenantId, secret }: ErasureKey,
  changes: readonly Extract<Change, { kind: 'update' }>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = changes.flatMap(({ before, values }) =>
    Object.entries(values).flatMap(([field, value]) =>
      markedIn({ [field]: value }).map((marked) => ({ id: before.id, field, marked })),
    ),
  )
  const marks = await marksOf(
    secret,
    places.map(({ marked }) => marked),
  )
  const [rows = []] = await database.batch([THOSE({ tenant: tenantId, marks: JSON.stringify(marks) })])
  const erased = new Set(rows.map(({ mark }) => String(mark)))
  const fields = new Map<string, string[]>()
  for (const [at, { id, field }] of places.entries()) {
    if (erased.has(marks[at] ?? '')) fields.set(id, [...(fields.get(id) ?? []), field])
  }
  return fields
}

async function refuseMarks(database: Database, tenant: string, marks: string): Promise<void> {
  const [[row] = []] = await database.batch([AMONG({ tenant, marks })])
  if (row && row.at !== null) throw new ErasedPerson(Number(row.at))
}
