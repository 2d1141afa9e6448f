import { type SQL, sql } from 'drizzle-orm'
import type { Change } from '#shared/record/change.ts'
import { customerWork, tables } from './schema.ts'

/** Which customers a write asks to rank again, in its own batch; a job does it (`jobs/rank-customers.ts`). */
const { customer, order } = tables

const due = (
  tenantId: string,
  found: SQL,
): SQL => sql`INSERT INTO ${customerWork} (tenant_id, customer_id, due_at, marks)
  SELECT ${tenantId}, f.id, 0, 1 FROM (${found}) f WHERE f.id IS NOT NULL
  ON CONFLICT (tenant_id, customer_id) DO UPDATE SET marks = marks + 1, due_at = 0`

const says = (change: Change, fields: readonly string[]): boolean =>
  change.kind !== 'update' || fields.some((field) => Object.hasOwn(change.values, field))

/** After a write of an order that tells of what was bought. */
export const rankByOrder = (tenantId: string, record: Readonly<Record<string, unknown>>, change: Change): SQL[] =>
  says(change, ['status', 'exec_status', 'order_date', 'fx_rate', 'charges', 'profit_expected'])
    ? [due(tenantId, sql`SELECT ${record.customer_id ?? null} AS id`)]
    : []

/** After a write of a line of an order, from which its total follows. */
export const rankByLine = (tenantId: string, orderId: unknown): SQL =>
  due(tenantId, sql`SELECT customer_id AS id FROM ${order} WHERE tenant_id = ${tenantId} AND id = ${orderId}`)

/** After one of a quotation that is sent, or becomes somebody's. */
export const rankByQuotation = (tenantId: string, record: Readonly<Record<string, unknown>>, change: Change): SQL[] =>
  (record.sent_at ?? null) !== null && says(change, ['sent_at', 'customer_id'])
    ? [due(tenantId, sql`SELECT ${record.customer_id ?? null} AS id`)]
    : []

/** A new customer, and one whose tier somebody has set: it ends by the clock. */
export const rankByCustomer = (tenantId: string, id: string, change: Change): SQL[] =>
  change.kind === 'create' || (change.kind === 'update' && (change.values.tier_override ?? null) !== null)
    ? [due(tenantId, sql`SELECT ${id} AS id`)]
    : []

/** Everybody, after the firm ranks otherwise, or is planted, restored or repaired. */
export const rankAll = (
  tenantId: unknown,
): SQL => sql`INSERT INTO ${customerWork} (tenant_id, customer_id, due_at, marks)
  SELECT tenant_id, id, 0, 1 FROM ${customer} WHERE tenant_id = ${tenantId}
  ON CONFLICT (tenant_id, customer_id) DO UPDATE SET marks = marks + 1, due_at = 0`

/** What of a firm's own record is about ranks. */
export const rankByFirm = (tenantId: string, change: Change): SQL[] =>
  change.kind === 'update' && says(change, ['tiers', 'timezone']) ? [rankAll(tenantId)] : []
