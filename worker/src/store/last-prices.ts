import { type SQL, sql } from 'drizzle-orm'
import type { Change } from '#shared/record/change.ts'
import { lastPrices, tables } from './schema.ts'

/**
 * What each customer paid last for what: one row of JSON for a customer, written anew in the batch of whatever changes it, so
 * that whoever makes a quotation reads one row. The shape of an entry is `shared/deal/last-price.ts`.
 */
const { order, order_line: line } = tables

/** Of as many orders of a customer, the newest, so that the cost of a write is bounded. */
const ORDERS_MAX = 20
const PRICES_MAX = 40

/** Orders that were never confirmed or were cancelled tell no price. */
const isAgreed = sql.raw("status NOT IN ('draft','cancelled')")

const pricesOf = (tenant: unknown, customer: unknown): SQL => sql`
  SELECT json_group_array(json_object('sku', sku, 'buyer_sku', buyer_sku, 'description', description, 'qty', qty, 'unit', unit,
      'unit_price', unit_price, 'currency', currency, 'date', order_date, 'order_no', doc_no))
  FROM (SELECT * FROM (
    SELECT l.sku, l.buyer_sku, l.description, l.qty, l.unit, l.unit_price, l.currency, l.seq, o.order_date, o.doc_no, o.id AS order_id,
      row_number() OVER (PARTITION BY coalesce(l.sku, l.description) ORDER BY o.order_date DESC, o.id DESC, l.seq) AS nth
    FROM (SELECT id, tenant_id, doc_no, order_date FROM ${order} INDEXED BY orders_by_customer
      WHERE tenant_id = ${tenant} AND customer_id = ${customer} AND ${isAgreed}
      ORDER BY order_date DESC LIMIT ${sql.raw(String(ORDERS_MAX))}) o
    CROSS JOIN ${line} l INDEXED BY order_lines_by_order ON l.tenant_id = o.tenant_id AND l.order_id = o.id)
    WHERE nth = 1 ORDER BY order_date DESC, order_id DESC, seq LIMIT ${sql.raw(String(PRICES_MAX))})`

const anew = (
  tenant: unknown,
  customer: SQL,
): SQL => sql`INSERT OR REPLACE INTO ${lastPrices} (tenant_id, customer_id, prices)
  SELECT ${tenant}, c.id, (${pricesOf(tenant, sql`c.id`)}) FROM (SELECT ${customer} AS id) c WHERE c.id IS NOT NULL`

/** After a write of an order, when it tells of when it was or whose it is; before and after, for it may go to another customer. */
export function lastPricesByOrder(tenant: string, change: Change): SQL[] {
  if (change.kind === 'create') return [anew(tenant, sql`${change.values.customer_id}`)]
  if (change.kind === 'update' && !TELLING.some((field) => change.values[field] !== undefined)) return []
  const after = change.kind === 'update' ? (change.values.customer_id ?? change.before.customer_id) : null
  return [...new Set([change.before.customer_id, after])]
    .filter((id) => typeof id === 'string')
    .map((id) => anew(tenant, sql`${id}`))
}

const TELLING = ['customer_id', 'order_date', 'status', 'doc_no'] as const

/** After a write of a line of an order. */
export const lastPricesByLine = (tenant: string, orderId: unknown): SQL =>
  anew(tenant, sql`(SELECT customer_id FROM ${order} WHERE tenant_id = ${tenant} AND id = ${orderId})`)

/** Of every customer of a firm, after planting, after a restore or to repair. */
export const lastPricesAnew = (tenant: unknown): SQL[] => [
  sql`DELETE FROM ${lastPrices} WHERE tenant_id = ${tenant}`,
  sql`INSERT INTO ${lastPrices} (tenant_id, customer_id, prices)
    SELECT c.tenant_id, c.customer_id, (${pricesOf(sql`c.tenant_id`, sql`c.customer_id`)})
    FROM (SELECT DISTINCT tenant_id, customer_id FROM ${order} WHERE tenant_id = ${tenant}) c`,
]
