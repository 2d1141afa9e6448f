import { type SQL, sql } from 'drizzle-orm'
import { TYPES } from '#shared/trade/index.ts'

/** What is open is said once, by the partial indexes; SQLite uses them only where it is said in the same words. */
export const isOpenOrder = sql.raw(TYPES.order.indexes.orders_open_by_customer.where)
export const isOpenInstallment = sql.raw(TYPES.installment.indexes.installments_open_by_customer.where)
/** The same where no such index is used: to look each row's state up in a list would count as a further row read. */
export function isUnpaid(alias: string): SQL {
  const settled = TYPES.installment.indexes.installments_open_by_customer.where.match(/(?<=')\w+(?=')/g) ?? []
  return sql.raw(settled.map((status) => `${alias}.status <> '${status}'`).join(' AND '))
}
/** The money of an order that was never confirmed, or was cancelled, is owed by nobody. */
export const isOwing = sql.raw("status NOT IN ('draft','cancelled')")

/** What is open of installments `i`, by currency: how much, by when, and what of it is owed for goods that leave unpaid. */
export const OPEN_MONEY = sql.raw(`(tenant_id, customer_id, currency, open_amount, dues, at_risk)
  SELECT i.tenant_id, i.customer_id, i.currency, sum(i.amount - i.paid_amount),
    json_group_array(json_array(i.due_date, i.amount - i.paid_amount) ORDER BY i.due_date, i.id),
    sum(iif(i.guards IS NULL, i.amount - i.paid_amount, 0))`)
