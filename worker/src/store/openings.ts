import { sql } from 'drizzle-orm'
import { openings } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** What somebody opened. */
export interface Opening {
  readonly type: 'customer' | 'order'
  readonly id: string
}

/** How many are kept of each person; more than a screen shows, for what they may no longer see. */
const KEPT = 20

const ofPerson = sql`tenant_id = ${given('tenant')} AND user_id = ${given('person')}`
const nth = (offset: number) =>
  sql`(SELECT at FROM ${openings} WHERE ${ofPerson} ORDER BY at DESC LIMIT 1 OFFSET ${sql.raw(String(offset))})`

const STATEMENTS = [
  sql`INSERT OR REPLACE INTO ${openings} (tenant_id, user_id, type, record_id, at)
    VALUES (${given('tenant')}, ${given('person')}, ${given('type')}, ${given('record')},
      max(${given('now')}, coalesce(${nth(0)} + 1, 0)))`,
  sql`DELETE FROM ${openings} WHERE ${ofPerson} AND at < ${nth(KEPT - 1)}`,
].map((template) => prepared<'tenant' | 'person' | 'type' | 'record' | 'now'>(template))

/** Keeps that a person opened a record just now, as the last one of theirs, and forgets the oldest. */
export function keepOpening(
  person: { readonly tenantId: string; readonly id: string },
  { type, id }: Opening,
  now: number,
): Statement[] {
  return STATEMENTS.map((make) => make({ tenant: person.tenantId, person: person.id, type, record: id, now }))
}
