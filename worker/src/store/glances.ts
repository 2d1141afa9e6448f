import { sql } from 'drizzle-orm'
import { type KeptRecord, type Nearness, RECENT_TYPES, type Recents, type RecentType } from '#shared/customer/recent.ts'
import { standingToAll, withStanding } from '#shared/customer/recent-standing.ts'
import type { Customer } from '#shared/trade/index.ts'
import { customerGlances, staffNear } from './schema.ts'
import type { Reader } from './standing.ts'
import { given } from './statement.ts'

/** What is recent with a customer, as a panel reads it: see `recent.ts`. */

/** The columns that a statement about a customer `c` reads of it, and what it joins for them: one row, and one for each person near. */
export const GLANCE_COLUMNS = sql`g.items AS recent_items, g.counts AS recent_counts,
  (SELECT json_group_object(n.near_id, n.standing) FROM ${staffNear} n
    WHERE n.tenant_id = ${given('tenant')} AND n.person_id = ${given('me')} AND n.near_id IN (
      SELECT value FROM json_each(g.people) UNION SELECT c.owner_id UNION SELECT value FROM json_each(c.co_owner_ids))) AS recent_near`
export const GLANCE_JOIN = sql`LEFT JOIN ${customerGlances} g ON g.tenant_id = c.tenant_id AND g.customer_id = c.id`

/** How near a reader is to those whose something with a customer is. */
export const nearnessOf = (near: unknown, customer: Customer, { teamId }: Pick<Reader, 'teamId'>): Nearness => ({
  near: JSON.parse(String(near ?? '{}')),
  teamId,
  owners: [customer.owner_id, ...((customer.co_owner_ids ?? []) as string[])].filter((one) => one !== null),
  customer: customer.standing ?? 0,
})

export function readRecents(
  { items, counts, near }: { readonly items: unknown; readonly counts: unknown; readonly near: unknown },
  customer: Customer,
  { teamId }: Pick<Reader, 'teamId'>,
): Recents {
  const kept = JSON.parse(String(items ?? '{}')) as Readonly<Partial<Record<RecentType, readonly KeptRecord[]>>>
  const many = JSON.parse(String(counts ?? '{}')) as Readonly<Partial<Record<RecentType, number>>>
  const nearness = nearnessOf(near, customer, { teamId })
  return Object.fromEntries(
    RECENT_TYPES.map((type) => [
      type,
      {
        records: (kept[type] ?? []).map((one) => withStanding(type, one, nearness)),
        count: many[type] ?? 0,
        standing: standingToAll(type, nearness),
      },
    ]),
  ) as unknown as Recents
}
