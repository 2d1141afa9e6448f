import { sql } from 'drizzle-orm'
import type { Buying } from '#shared/customer/ranking.ts'
import { dateIn } from '#shared/time/zone.ts'
import { TYPES } from '#shared/trade/index.ts'
import type { Row } from './database.ts'
import { unitsOf } from './offer-facts.ts'
import { customerWork, tables } from './schema.ts'
import { given, prepared } from './statement.ts'

/** When each customer is to be ranked again, and what they have bought by then: read along indexes of their own orders alone. */
const { customer, order, quotation, tenant, user } = tables

export interface CustomerWork {
  readonly tenantId: string
  readonly customerId: string
  /** How often it was asked for: who has done it goes on to the next day only if nobody has asked again. */
  readonly marks: number
}

/** Whether anybody waits to be ranked. */
export const rankingWaits = prepared<'now'>(sql`SELECT 1 AS waits FROM ${customerWork} INDEXED BY customer_work_by_due
  WHERE due_at <= ${given('now')} LIMIT 1`)

/** Said in the words of the index, or SQLite does not use it. */
const isOpenOrder = sql.raw(TYPES.order.indexes.orders_open_by_customer.where)
/** Drafts and what was cancelled were never bought. */
const isAgreed = sql.raw("status NOT IN ('draft','cancelled')")
const isShipped = sql.raw("exec_status IN ('shipped','closed')")
const isTheirs = sql.raw('tenant_id = w.tenant_id AND customer_id = w.customer_id')

/** A total in minor units of the firm's currency, at the rate at which the order was booked; nothing where none is known. */
const inBase = sql`CASE WHEN currency = t.base_currency THEN total
  ELSE round(total * fx_rate * 1.0 / 1e8 * ${unitsOf('t.base_currency')} / ${unitsOf('currency')}) END`

/** How many latest days of orders tell how somebody buys, as `repurchase.ts` says. */
const DAYS = 6

const bought = sql`SELECT json_array(CAST(coalesce(sum(CASE WHEN ${isShipped} THEN ${inBase} END), 0) AS INTEGER),
    min(order_date), max(order_date),
    json_group_array(json_array(order_date, profit_expected)) FILTER (WHERE order_date >= ${given('since')}))
  FROM ${order} INDEXED BY orders_by_customer WHERE ${isTheirs} AND ${isAgreed}`

const days = sql`SELECT json_group_array(order_date) FROM (SELECT DISTINCT order_date
  FROM ${order} INDEXED BY orders_by_customer WHERE ${isTheirs} AND ${isAgreed}
  ORDER BY order_date DESC LIMIT ${sql.raw(String(DAYS))})`

/** Who is due, the longest first, each with what their rank follows from and with what their firm ranks. */
export const customersDue = prepared<'now' | 'since' | 'limit'>(sql`SELECT c.*, w.tenant_id AS work_tenant,
    w.customer_id AS work_customer, w.marks AS work_marks, t.timezone AS firm_timezone, t.locale AS firm_locale,
    t.tiers AS firm_tiers, u.manager_id AS owner_manager, (${bought}) AS bought, (${days}) AS days,
    EXISTS (SELECT 1 FROM ${order} INDEXED BY orders_open_by_customer_stage WHERE ${isTheirs} AND ${isOpenOrder}
      AND exec_status <> 'shipped') AS is_open,
    (SELECT max(sent_at) FROM ${quotation} INDEXED BY quotations_by_customer WHERE ${isTheirs}) AS quoted_at
  FROM (SELECT * FROM ${customerWork} INDEXED BY customer_work_by_due WHERE due_at <= ${given('now')}
    ORDER BY due_at, tenant_id, customer_id LIMIT ${given('limit')}) w
  LEFT JOIN ${customer} c ON c.tenant_id = w.tenant_id AND c.id = w.customer_id
  LEFT JOIN ${tenant} t ON t.tenant_id = w.tenant_id AND t.id = w.tenant_id
  LEFT JOIN ${user} u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id
  ORDER BY w.due_at, w.tenant_id, w.customer_id`)

/** What a row of {@link customersDue} says of what was bought. */
export function readBuying(row: Row, timezone: string): Buying {
  const [shipped, firstOrder, lastOrder, recent] = JSON.parse(String(row.bought))
  return {
    shipped,
    firstOrder,
    lastOrder,
    recent: recent.map(([date, profit]: [string, number | null]) => ({ date, profit })),
    days: JSON.parse(String(row.days)),
    isOpen: row.is_open === 1,
    quotedOn: row.quoted_at === null ? null : dateIn(Number(row.quoted_at), timezone),
  }
}

export const readCustomerWork = (row: Row): CustomerWork => ({
  tenantId: String(row.work_tenant),
  customerId: String(row.work_customer),
  marks: Number(row.work_marks),
})

const isOne = sql`tenant_id = ${given('tenant')} AND customer_id = ${given('customer')} AND marks = ${given('marks')}`
type Names = 'tenant' | 'customer' | 'marks'
const namesOf = ({ tenantId, customerId, marks }: CustomerWork) => ({ tenant: tenantId, customer: customerId, marks })

const putOff = prepared<Names | 'until'>(sql`UPDATE ${customerWork} SET due_at = ${given('until')} WHERE ${isOne}`)
const takenOut = prepared<Names>(sql`DELETE FROM ${customerWork} WHERE ${isOne}`)

/** They are looked at again then; only when somebody writes something, where that is null. */
export const lookAgain = (work: CustomerWork, until: number | null) =>
  until === null ? takenOut(namesOf(work)) : putOff({ ...namesOf(work), until })
