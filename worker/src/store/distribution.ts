import { sql } from 'drizzle-orm'
import type { Claims } from '#shared/customer/claim-limits.ts'
import type { Distribution, Hand } from '#shared/customer/distribution.ts'
import { instantOf } from '#shared/time/zone.ts'
import { type AssignmentRule, type LeadPool, TYPES } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { readRecord } from './records.ts'
import { tables } from './schema.ts'
import { given, prepared, type Statement } from './statement.ts'

/** How inquiries are given out in a firm, for whoever gives or takes one. Bounded by its staff, and by what is in hand. */
const { inquiry, user, assignment_rule: rule, lead_pool: pool } = tables

const inHand = sql.raw(TYPES.inquiry.indexes.inquiries_in_hand.where)

const OF_STAFF = sql`tenant_id = u.tenant_id AND owner_id = u.id`

const counted = (
  index: string,
  where: string,
  owner = OF_STAFF,
) => sql`(SELECT count(*) FROM ${inquiry} INDEXED BY ${sql.raw(index)}
  WHERE ${owner} AND ${sql.raw(where)} >= ${given('from')})`

/** Posts that have inquiries. */
const SELLERS = sql.raw(`EXISTS (SELECT 1 FROM json_each(u.roles) WHERE value IN ('sales_rep','sales_manager'))`)

const STATEMENTS = [
  sql`SELECT * FROM ${rule} INDEXED BY assignment_rules_by_priority WHERE tenant_id = ${given('tenant')}
    ORDER BY priority LIMIT 100`,
  sql`SELECT * FROM ${pool} INDEXED BY lead_pools_by_team WHERE tenant_id = ${given('tenant')} LIMIT 50`,
  sql`SELECT u.id, u.alias, u.team_id, u.capacity, u.assign_weight, u.status = 'active' AS active,
      coalesce(u.away_at <= ${given('now')} AND ${given('now')} < u.back_at, 0) AS away,
      (SELECT count(*) FROM ${inquiry} INDEXED BY inquiries_in_hand
        WHERE tenant_id = u.tenant_id AND owner_id = u.id AND ${inHand}) AS in_hand,
      ${counted('inquiries_given', 'assigned_at')} AS given_today, ${counted('inquiries_claimed', 'claimed_at')} AS claimed_today,
      (SELECT max(assigned_at) FROM ${inquiry} INDEXED BY inquiries_given
        WHERE tenant_id = u.tenant_id AND owner_id = u.id AND assigned_at IS NOT NULL) AS last_given
    FROM ${user} u WHERE u.tenant_id = ${given('tenant')} AND ${SELLERS} LIMIT 500`,
].map((template) => prepared<'tenant' | 'from' | 'now'>(template))

export const distributionStatements = (person: {
  readonly tenantId: string
  readonly today: string
  readonly timezone: string
  /** ms UTC. */
  readonly now: number
}): Statement[] => {
  const { tenantId: tenant, now } = person
  const from = instantOf(person.today, '00:00', person.timezone)
  return STATEMENTS.map((make) => make({ tenant, from, now }))
}

export const DISTRIBUTION_STATEMENTS = STATEMENTS.length

const OF_ONE = sql`tenant_id = ${given('tenant')} AND owner_id = ${given('user')}`
const inHandOfOne = sql`(SELECT count(*) FROM ${inquiry} INDEXED BY inquiries_in_hand WHERE ${OF_ONE} AND ${inHand})`

const claimed = prepared<'tenant' | 'user' | 'inquiry' | 'from' | 'perDay' | 'inHand'>(sql`UPDATE ${inquiry}
  SET version = NULL WHERE tenant_id = ${given('tenant')} AND id = ${given('inquiry')} AND (
    (${given('perDay')} > 0 AND ${counted('inquiries_claimed', 'claimed_at', OF_ONE)} > ${given('perDay')})
    OR (${given('inHand')} > 0 AND ${inHandOfOne} > ${given('inHand')}))`)

/**
 * After a claim in its own batch: of several that one person sends at once each has counted none of the others, so the count
 * is taken once more where nobody comes in between. Beyond the limit the batch fails as a whole, with {@link FrozenMeanwhile}.
 */
export const claimedWithin = (
  { inquiryId, userId, perDay, inHand: most }: Claims,
  person: { readonly tenantId: string; readonly today: string; readonly timezone: string },
): Statement =>
  claimed({
    tenant: person.tenantId,
    user: userId,
    inquiry: inquiryId,
    from: instantOf(person.today, '00:00', person.timezone),
    perDay,
    inHand: most,
  })

/** As many as a member of staff may have whose record says nothing. */
const CAPACITY = 40

export function readDistribution([rules = [], pools = [], staff = []]: readonly Row[][]): Distribution {
  return {
    rules: rules.map((row) => readRecord<AssignmentRule>('assignment_rule', row)),
    pools: pools.map((row) => readRecord<LeadPool>('lead_pool', row)),
    staff: staff.map(readHand),
  }
}

const readHand = (row: Row): Hand => ({
  id: String(row.id),
  alias: String(row.alias),
  teamId: row.team_id === null ? null : String(row.team_id),
  isActive: row.active === 1,
  isOnLeave: row.away === 1,
  openLeads: Number(row.in_hand),
  capacity: Number(row.capacity ?? CAPACITY),
  assignedToday: Number(row.given_today),
  claimedToday: Number(row.claimed_today),
  weight: String(row.assign_weight ?? 1),
  lastAssignedAt: row.last_given === null ? null : Number(row.last_given),
})
