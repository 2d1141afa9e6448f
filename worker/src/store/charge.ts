import { type SQL, sql } from 'drizzle-orm'
import type { DealCharge, Staff } from '#shared/sla/deal-recipients.ts'
import type { Charge, Colleague } from '#shared/sla/recipients.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { DUE } from './due.ts'
import { tables } from './schema.ts'
import { given, prepared } from './statement.ts'

const { deal, inquiry, team, tenant, user } = tables

/** Of a record what its clocks and its people depend on. */
type Watched = Pick<Inquiry, 'id' | 'status' | 'received_at' | 'owner_id' | 'deal_id'>

/** A record as it is now, and who is in charge of it. */
export type InCharge =
  | { readonly type: 'inquiry'; readonly record: Watched; readonly charge: Charge }
  | { readonly type: 'deal'; readonly record: { readonly clocks: unknown }; readonly charge: DealCharge }

/** Who stands in for somebody at the moment that is asked about. */
const deputy = sql`iif(u.away_at <= ${given('now')} AND u.back_at > ${given('now')}, u.deputy_id, NULL)`

/** Whose each record is; and everybody that their levels may reach: up to two superiors, the last resort, and their deputies. */
const charges = (asked: SQL) => [
  sql`SELECT i.tenant_id, i.id, i.status, i.received_at, i.owner_id, i.deal_id, t.leader_id, f.fallback_user_id FROM (${asked}) a
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
        CROSS JOIN ${user} u ON u.tenant_id = a.tenant_id AND u.id = a.id WHERE a.height < 2
      UNION SELECT u.tenant_id, ${deputy}, 3 FROM above a
        CROSS JOIN ${user} u ON u.tenant_id = a.tenant_id AND u.id = a.id WHERE a.height < 3)
    SELECT DISTINCT u.tenant_id, u.id, u.manager_id, u.status = 'active' AS active, ${deputy} AS deputy_id FROM above a
    CROSS JOIN ${user} u ON u.tenant_id = a.tenant_id AND u.id = a.id`,
  sql`SELECT DISTINCT d.tenant_id, d.id, d.clocks, d.owner_id, f.fallback_user_id FROM (${asked}) a
    CROSS JOIN ${deal} d ON d.tenant_id = a.tenant_id AND d.id = a.record_id
    CROSS JOIN ${tenant} f ON f.tenant_id = d.tenant_id AND f.id = d.tenant_id`,
  // A clock of a deal may name any post: who has it, their staff alone can tell.
  sql`SELECT u.tenant_id, u.id, u.manager_id, u.team_id, u.roles, u.status = 'active' AS active, ${deputy} AS deputy_id
    FROM (SELECT DISTINCT a.tenant_id FROM (${asked}) a
      CROSS JOIN ${deal} d ON d.tenant_id = a.tenant_id AND d.id = a.record_id) f
    CROSS JOIN ${user} u ON u.tenant_id = f.tenant_id`,
  sql`SELECT t.tenant_id, t.id, t.leader_id FROM (SELECT DISTINCT a.tenant_id FROM (${asked}) a
      CROSS JOIN ${deal} d ON d.tenant_id = a.tenant_id AND d.id = a.record_id) f
    CROSS JOIN ${team} t ON t.tenant_id = f.tenant_id WHERE t.leader_id IS NOT NULL`,
]

/** Of the records whose timers are due. */
export const chargesDue = charges(DUE).map((template) => prepared<'now' | 'limit'>(template))

/** Of records that are named, as `[tenantId, recordId]` in JSON, as it is at a moment. */
export const chargesOf = charges(
  sql`SELECT DISTINCT json_extract(value, '$[0]') AS tenant_id, json_extract(value, '$[1]') AS record_id
    FROM json_each(${given('records')})`,
).map((template) => prepared<'records' | 'now'>(template))

/** Reads what either asked for, by {@link placeOf}. */
export function readCharges([records, staff, deals, firms, teams]: readonly Row[][]): ReadonlyMap<string, InCharge> {
  return new Map([...inquiryCharges(records, staff), ...dealCharges(deals, firms, teams)])
}

function inquiryCharges(records: readonly Row[] = [], staff: readonly Row[] = []): [string, InCharge][] {
  const people = new Map<string, Map<string, Colleague>>()
  for (const { tenant_id, id, manager_id, active, deputy_id } of staff) {
    const firm = people.get(String(tenant_id)) ?? new Map<string, Colleague>()
    people.set(String(tenant_id), firm)
    firm.set(String(id), {
      managerId: textOf(manager_id),
      active: active === 1,
      deputyId: textOf(deputy_id),
    })
  }
  return records.map(({ tenant_id, leader_id, fallback_user_id, ...row }) => {
    const tenantId = String(tenant_id)
    const record = row as unknown as Watched
    const charge = {
      // What lies in a pool is its team's, whoever had it before.
      ownerId: record.status === 'pooled' ? null : record.owner_id,
      leaderId: textOf(leader_id),
      fallbackId: textOf(fallback_user_id),
      people: people.get(tenantId) ?? new Map(),
    }
    return [placeOf(tenantId, record.id), { type: 'inquiry', record, charge }]
  })
}

function dealCharges(
  deals: readonly Row[] = [],
  firms: readonly Row[] = [],
  teams: readonly Row[] = [],
): [string, InCharge][] {
  const people = new Map<string, Map<string, Staff>>()
  for (const { tenant_id, id, manager_id, team_id, roles, active, deputy_id } of firms) {
    const firm = people.get(String(tenant_id)) ?? new Map<string, Staff>()
    people.set(String(tenant_id), firm)
    const own = {
      managerId: textOf(manager_id),
      teamId: textOf(team_id),
      active: active === 1,
      deputyId: textOf(deputy_id),
    }
    firm.set(String(id), { ...own, roles: JSON.parse(String(roles)) as string[] })
  }
  const leaders = new Map(teams.map(({ tenant_id, id, leader_id }) => [`${tenant_id}/${id}`, String(leader_id)]))
  return deals.map(({ tenant_id, id, clocks, owner_id, fallback_user_id }) => {
    const tenantId = String(tenant_id)
    const charge: DealCharge = {
      ownerId: textOf(owner_id),
      fallbackId: textOf(fallback_user_id),
      leaderOf: (team) => leaders.get(`${tenantId}/${team}`) ?? null,
      people: people.get(tenantId) ?? new Map(),
    }
    const record = { clocks: clocks === null ? null : JSON.parse(String(clocks)) }
    return [placeOf(tenantId, String(id)), { type: 'deal', record, charge }]
  })
}

/** A record of any firm, as a key of a map. */
export const placeOf = (tenantId: string, recordId: string): string => `${tenantId}/${recordId}`

const textOf = (value: unknown): string | null => (value === null ? null : String(value))
