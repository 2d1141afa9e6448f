import { type SQL, sql } from 'drizzle-orm'
import type { Charge, Colleague } from '#shared/sla/recipients.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { DUE } from './due.ts'
import { tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { inquiry, team, tenant, user } = tables

/** Of a record what its clocks and its people depend on. */
type Watched = Pick<Inquiry, 'id' | 'status' | 'received_at' | 'owner_id'>

/** A record as it is now, and who is in charge of it. */
export interface InCharge {
  readonly record: Watched
  readonly charge: Charge
}

/** Whose each record is; and everybody that their levels may reach: up to two superiors, and the last resort. */
const charges = (asked: SQL) => [
  sql`SELECT i.tenant_id, i.id, i.status, i.received_at, i.owner_id, t.leader_id, f.fallback_user_id FROM (${asked}) a
    CROSS JOIN ${inquiry} i ON i.tenant_id = a.tenant_id AND i.id = a.record_id
    CROSS JOIN ${tenant} f ON f.tenant_id = i.tenant_id AND f.id = i.tenant_id
    LEFT JOIN ${team} t ON t.tenant_id = i.tenant_id AND t.id = i.team_id`,
  sql`WITH RECURSIVE asked AS MATERIALIZED (SELECT i.tenant_id, i.owner_id, t.leader_id, f.fallback_user_id
      FROM (${asked}) a
      CROSS JOIN ${inquiry} i ON i.tenant_id = a.tenant_id AND i.id = a.record_id
      CROSS JOIN ${tenant} f ON f.tenant_id = i.tenant_id AND f.id = i.tenant_id
      LEFT JOIN ${team} t ON t.tenant_id = i.tenant_id AND t.id = i.team_id),
    above (tenant_id, id, height) AS (SELECT tenant_id, owner_id, 0 FROM asked
      UNION SELECT tenant_id, leader_id, 0 FROM asked
      UNION SELECT tenant_id, fallback_user_id, 2 FROM asked
      UNION SELECT u.tenant_id, u.manager_id, a.height + 1 FROM above a
        CROSS JOIN ${user} u ON u.tenant_id = a.tenant_id AND u.id = a.id WHERE a.height < 2)
    SELECT DISTINCT u.tenant_id, u.id, u.manager_id, u.status = 'active' AS active FROM above a
    CROSS JOIN ${user} u ON u.tenant_id = a.tenant_id AND u.id = a.id`,
]

/** Of the records whose timers are due. */
export const chargesDue = charges(DUE).map((template) => prepared<'now' | 'limit'>(template))

/** Of records that are named, as `[tenantId, recordId]` in JSON. */
export const chargesOf = charges(
  sql`SELECT DISTINCT json_extract(value, '$[0]') AS tenant_id, json_extract(value, '$[1]') AS record_id
    FROM json_each(${given('records')})`,
).map((template) => prepared<'records'>(template))

/** Reads what either asked for, by {@link placeOf}. */
export function readCharges([records = [], staff = []]: readonly Row[][]): ReadonlyMap<string, InCharge> {
  const people = new Map<string, Map<string, Colleague>>()
  for (const { tenant_id, id, manager_id, active } of staff) {
    const firm = people.get(String(tenant_id)) ?? new Map<string, Colleague>()
    people.set(String(tenant_id), firm)
    firm.set(String(id), { managerId: textOf(manager_id), active: active === 1 })
  }
  return new Map(
    records.map(({ tenant_id, leader_id, fallback_user_id, ...row }) => {
      const tenantId = String(tenant_id)
      const record = row as unknown as Watched
      const charge = {
        // What lies in a pool is its team's, whoever had it before.
        ownerId: record.status === 'pooled' ? null : record.owner_id,
        leaderId: textOf(leader_id),
        fallbackId: textOf(fallback_user_id),
        people: people.get(tenantId) ?? new Map(),
      }
      return [placeOf(tenantId, record.id), { record, charge }]
    }),
  )
}

/** A record of any firm, as a key of a map. */
export const placeOf = (tenantId: string, recordId: string): string => `${tenantId}/${recordId}`

const textOf = (value: unknown): string | null => (value === null ? null : String(value))
